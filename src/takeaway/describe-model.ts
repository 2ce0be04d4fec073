import type {ModelFormat} from '../domain/exported-run.js';
import type {RunDetails} from '../domain/run-details.js';

const loading: Readonly<Record<ModelFormat, string>> = {
  keras: 'keras.models.load_model("model.h5", compile=False).predict(pixels)',
  tfjs: '(await tf.loadLayersModel("model.json")).predict(pixels)',
  savedmodel: 'tf.saved_model.load(".").signatures["serving_default"](pixels=tf.constant(pixels))["probabilities"]',
  onnx: 'onnxruntime.InferenceSession("model.onnx").run(["probabilities"], {"pixels": pixels})',
};

/** What stands beside a model that was taken away, in whatever form: what goes in, what comes out, and how to ask it. */
export function describeModel(run: RunDetails, of: 'last' | 'best'): object {
  const {run_id: runId, seed, row: {name, config}, split: {classes}} = run;
  const {image_size: size, interpolation, preprocess} = config;
  return {
    run: runId,
    row: name,
    seed,
    epoch: of,
    classes,
    pixels: {
      shape: ['n', size, size, 3],
      dtype: 'float32',
      values: `RGB, 0 to 255, as they were decoded: the model itself does what its network expects of them (${preprocess})`,
      photos: 'turned upright by their EXIF orientation before all else (in Pillow: ImageOps.exif_transpose, which Keras\' load_img does not do), without their '
        + 'colour profiles; grey is repeated three times, alpha dropped without blending, CMYK converted, and of 16 bits the upper 8 are taken',
      resized: `to ${size}x${size} by ${interpolation}, as Pillow and Keras' target_size do, whatever the photo's aspect ratio`,
    },
    probabilities: {shape: ['n', classes.length], dtype: 'float32', order: 'that of classes'},
    ask: loading,
  };
}
