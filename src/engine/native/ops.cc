// Makes TensorFlow ops of ablate's own routines, by TensorFlow's C interface, when Node loads this addon.
#include <node_api.h>

#include <vector>

#include "conv_relu_pool.h"
#include "dense.h"
#include "dense_adam.h"
#include "op_call.h"
#include "tensorflow/c/ops.h"
#include "warp.h"
#include "winograd_op.h"

namespace {

using ablate::Call;
using ablate::ConvReluPool;
using ablate::data;
using ablate::length;
using ablate::Status;
using ablate::Tensor;

// The op's attribute `pad`, kept from its construction on.
void* read_pad(TF_OpKernelConstruction* construction) {
  Status status(TF_NewStatus());
  int32_t pad = 0;
  TF_OpKernelConstruction_GetAttrInt32(construction, "pad", &pad, status.get());
  if (TF_GetCode(status.get()) != TF_OK) {
    TF_OpKernelConstruction_Failure(construction, status.get());
  }
  return new int64_t(pad);
}

void delete_pad(void* pad) { delete static_cast<int64_t*>(pad); }

ConvReluPool shape_of(void* pad, const Tensor& x, const Tensor& kernel) {
  return {length(x, 0), length(x, 1), length(x, 2), length(x, 3), length(kernel, 3), *static_cast<int64_t*>(pad)};
}

bool fits(Call& call, const ConvReluPool& shape, const Tensor& kernel) {
  if (length(kernel, 0) != 3 || length(kernel, 1) != 3 || length(kernel, 2) != shape.channels) {
    call.fail("the kernel must be [3, 3, channels, filters]");
  }
  return call.ok();
}

bool is_pooled(Call& call, const ConvReluPool& shape, const Tensor& tensor) {
  if (length(tensor, 0) != shape.images || length(tensor, 1) != shape.pooled_height() || length(tensor, 2) != shape.pooled_width() ||
      length(tensor, 3) != shape.filters) {
    call.fail("choice and gradient must have the shape of what was pooled");
  }
  return call.ok();
}

void compute_forward(void* pad, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor x = call.input(0, 4), kernel = call.ok() ? call.input(1, 4) : nullptr, bias = call.ok() ? call.input(2, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const ConvReluPool shape = shape_of(pad, x, kernel);
  if (!fits(call, shape, kernel)) {
    return;
  }
  if (length(bias, 0) != shape.filters) {
    call.fail("the bias must be [filters]");
    return;
  }
  const auto pooled_shape = {shape.images, shape.pooled_height(), shape.pooled_width(), shape.filters};
  const Tensor pooled = call.output(0, TF_FLOAT, pooled_shape);
  const Tensor choice = call.ok() ? call.output(1, TF_UINT8, pooled_shape) : nullptr;
  if (call.ok()) {
    ablate::conv_relu_pool().forward(shape, data<float>(x), data<float>(kernel), data<float>(bias), data<float>(pooled), data<uint8_t>(choice));
  }
}

// What both gradients of the convolution are computed of.
struct GradientInputs {
  Tensor x, kernel, choice, d_pooled;
  ConvReluPool shape;

  // Check `call.ok()` before anything is used.
  GradientInputs(Call& call, void* pad)
      : x(call.input(0, 4)),
        kernel(call.ok() ? call.input(1, 4) : nullptr),
        choice(call.ok() ? call.input(2, 4) : nullptr),
        d_pooled(call.ok() ? call.input(3, 4) : nullptr),
        shape(call.ok() ? shape_of(pad, x, kernel) : ConvReluPool{}) {
    if (call.ok() && fits(call, shape, kernel) && is_pooled(call, shape, choice)) {
      is_pooled(call, shape, d_pooled);
    }
  }
};

void compute_kernel_gradient(void* pad, TF_OpKernelContext* context) {
  Call call(context);
  const GradientInputs in(call, pad);
  const Tensor d_kernel = call.ok() ? call.output(0, TF_FLOAT, {3, 3, in.shape.channels, in.shape.filters}) : nullptr;
  const Tensor d_bias = call.ok() ? call.output(1, TF_FLOAT, {in.shape.filters}) : nullptr;
  if (call.ok()) {
    ablate::conv_relu_pool().kernel_gradient(in.shape, data<float>(in.x), data<uint8_t>(in.choice), data<float>(in.d_pooled), data<float>(d_kernel), data<float>(d_bias));
  }
}

void compute_input_gradient(void* pad, TF_OpKernelContext* context) {
  Call call(context);
  const GradientInputs in(call, pad);
  const Tensor d_x = call.ok() ? call.output(0, TF_FLOAT, {in.shape.images, in.shape.height, in.shape.width, in.shape.channels}) : nullptr;
  if (call.ok()) {
    ablate::conv_relu_pool().input_gradient(in.shape, data<float>(in.kernel), data<uint8_t>(in.choice), data<float>(in.d_pooled), data<float>(d_x));
  }
}

template <bool relu>
void compute_dense(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor x = call.input(0, 2), weights = call.ok() ? call.input(1, 2) : nullptr, bias = call.ok() ? call.input(2, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const ablate::Dense shape = {length(x, 0), length(x, 1), length(weights, 1), relu};
  if (length(weights, 0) != shape.inputs || length(bias, 0) != shape.units) {
    call.fail("the weights must be [inputs, units] and the bias [units]");
    return;
  }
  const Tensor out = call.output(0, TF_FLOAT, {shape.batch, shape.units});
  if (call.ok()) {
    ablate::dense()(shape, data<float>(x), data<float>(weights), data<float>(bias), data<float>(out));
  }
}

void compute_dense_adam(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor x = call.input(3, 2), dy = call.ok() ? call.input(4, 2) : nullptr, factors = call.ok() ? call.input(5, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const float* factor = data<float>(factors);
  const ablate::DenseAdam step = {length(x, 0), length(x, 1), length(dy, 1), factor[0], factor[1], factor[2], factor[3], factor[4]};
  const Tensor weights = call.variable(0), means = call.ok() ? call.variable(1) : nullptr, squares = call.ok() ? call.variable(2) : nullptr;
  if (!call.ok()) {
    return;
  }
  for (const Tensor* each : {&weights, &means, &squares}) {
    if (TF_TensorElementCount(each->get()) != step.inputs * step.units || length(dy, 0) != step.batch) {
      call.fail("weights and averages must have inputs * units values, x and dy the same batch");
      return;
    }
  }
  ablate::dense_adam()(step, data<float>(x), data<float>(dy), data<float>(weights), data<float>(means), data<float>(squares));
}

void compute_warp(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor pictures = call.input(0, 4), maps = call.ok() ? call.input(1, 2) : nullptr;
  if (!call.ok()) {
    return;
  }
  const int64_t images = length(pictures, 0), height = length(pictures, 1), width = length(pictures, 2);
  if (length(pictures, 3) != 3 || length(maps, 0) != images || length(maps, 1) != 8) {
    call.fail("the pictures must be [n, height, width, 3] and the maps [n, 8]");
    return;
  }
  const Tensor out = call.output(0, TF_FLOAT, {images, height, width, 3});
  if (call.ok()) {
    ablate::warp(images, height, width, data<float>(pictures), data<float>(maps), data<float>(out));
  }
}

// What an op has beside its inputs, which is read once and handed to each of its computations.
struct Attributes {
  std::vector<const char*> names;
  void* (*read)(TF_OpKernelConstruction*);
  void (*drop)(void*);
};

const Attributes kNone = {{}, nullptr, nullptr};
const Attributes kPad = {{"pad: int"}, read_pad, delete_pad};
const Attributes kWinograd = {{"size: list(int)", "pads: list(int)", "relu: bool"}, ablate::read_winograd, ablate::delete_winograd};

struct Op {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  void (*compute)(void*, TF_OpKernelContext*);
  const Attributes& attributes = kNone;
  bool changes_variables = false;
};

// Empty, or what TensorFlow said against it.
std::string register_op(const Op& op) {
  Status status(TF_NewStatus());
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(op.name);
  for (const char* input : op.inputs) {
    TF_OpDefinitionBuilderAddInput(definition, input);
  }
  for (const char* output : op.outputs) {
    TF_OpDefinitionBuilderAddOutput(definition, output);
  }
  for (const char* attribute : op.attributes.names) {
    TF_OpDefinitionBuilderAddAttr(definition, attribute);
  }
  TF_OpDefinitionBuilderSetIsStateful(definition, op.changes_variables);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, [](TF_ShapeInferenceContext* context, TF_Status* given) {
    TF_ShapeInferenceContextSetUnknownShape(context, given);
  });
  TF_RegisterOpDefinition(definition, status.get());
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(op.name, "CPU", op.attributes.read, op.compute, op.attributes.drop);
    TF_RegisterKernelBuilder(op.name, kernel, status.get());
  }
  return TF_Message(status.get());
}

std::string register_ops() {
  std::string trouble;
  for (const Op& op : {
         Op{"AblateConvReluPool", {"x: float", "kernel: float", "bias: float"}, {"pooled: float", "choice: uint8"}, compute_forward, kPad},
         Op{"AblateConvReluPoolKernelGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"},
            {"d_kernel: float", "d_bias: float"}, compute_kernel_gradient, kPad},
         Op{"AblateConvReluPoolInputGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"}, {"d_x: float"},
            compute_input_gradient, kPad},
         Op{"AblateDense", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense<false>},
         Op{"AblateDenseRelu", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense<true>},
         Op{"AblateApplyDenseAdam", {"weights: resource", "means: resource", "squares: resource", "x: float", "dy: float", "factors: float"},
            {}, compute_dense_adam, kNone, true},
         Op{"AblateWarp", {"pictures: float", "maps: float"}, {"out: float"}, compute_warp},
         Op{"AblateWinogradWeights", {"kernel: float"}, {"weights: float"}, ablate::compute_winograd_weights},
         Op{"AblateWinograd", {"x: float", "weights: float", "bias: float"}, {"out: float"}, ablate::compute_winograd, kWinograd},
       }) {
    trouble += register_op(op);
  }
  return trouble;
}

napi_value initialise(napi_env env, napi_value exports) {
  // A process registers ops once, however often Node loads the addon.
  static const std::string trouble = register_ops();
  if (!trouble.empty()) {
    napi_throw_error(env, nullptr, trouble.c_str());
  } else if (!ablate::knows_instructions()) {
    napi_throw_error(env, nullptr, "ABLATE_INSTRUCTIONS is none of avx512, avx2, baseline");
  }
  return exports;
}

}  // namespace

NAPI_MODULE(NODE_GYP_MODULE_NAME, initialise)
