// Generated from schemas/experiment.schema.json by scripts/generate.js. Do not edit.
/* eslint-disable */

/**
 * The function applied to the layer's output.
 */
export type Activation = ("linear" | "relu" | "elu" | "selu" | "sigmoid" | "softmax" | "softplus" | "tanh")
/**
 * Before each update every trained weight, biases too, loses this share of itself times the learning rate.
 */
export type WeightDecay = number
/**
 * Gradients are clipped to -clipvalue..clipvalue, value by value. At most one of `clipvalue`, `clipnorm` and `global_clipnorm` may be given.
 */
export type Clipvalue = number
/**
 * The gradient of each weight tensor is shortened to this length (L2 norm).
 */
export type Clipnorm = number
/**
 * All gradients together are shortened to this length (L2 norm).
 */
export type GlobalClipnorm = number

/**
 * An experiment with its parents merged in and every default filled in.
 */
export interface ExperimentConfig {
/**
 * The photos: the name of a known data set (`trashnet`, `drawn-litter`), a folder (`path`), or a list of photos and their labels (`csv`).
 */
dataset: (("trashnet" | "drawn-litter") | {
/**
 * A folder of class folders (JPEG, PNG, WebP), or one of photos with a text beside each that holds its label, as Huawei's (`img_1.txt`: `img_1.jpg, 0`). Relative to the file that names it.
 */
path?: string
/**
 * A CSV whose first line names the columns `path` and `label`, and then a line a photo; photos' paths are relative to it. Relative itself to the file that names it.
 */
csv?: string
/**
 * The class folders, or labels, to use, in the order of the network's outputs. Default: all of them, sorted by name; labels that are all whole numbers by number.
 * 
 * @minItems 2
 */
classes?: [string, string, ...(string)[]]
})
/**
 * Height and width, in pixels, that pictures are resized to (Keras' `target_size`; its aspect ratio is not kept).
 */
image_size: number
/**
 * How pictures are resized, as Keras names it and Pillow does it: pixel for pixel what `flow_from_directory` reads.
 */
interpolation: ("nearest" | "bilinear" | "bicubic" | "box" | "hamming" | "lanczos")
/**
 * What is done to pixels of 0 to 255 before the network: `unit` divides by 255, `tf` scales to -1..1, `torch` divides by 255 and standardises with ImageNet's mean and deviation, `caffe` swaps to BGR and subtracts ImageNet's mean, `none` leaves them.
 */
preprocess: ("unit" | "tf" | "torch" | "caffe" | "none")
/**
 * Which photos validate. They are never trained on, and every score is on all of them.
 */
split: {
/**
 * `keras`: the first part of each class's files, sorted by name, as ImageDataGenerator's validation_split takes them. `stratified`: photos drawn at random, from each class its share. `kfold`: the photos are dealt to `folds` parts at random, each class evenly, and one of them validates; all folds are rows of one file by `matrix: {split.fold: [0, 1, 2, 3, 4]}`.
 */
method: ("keras" | "stratified" | "kfold")
/**
 * The share of each class's photos that validate, with `keras` (rounded down) and with `stratified` (rounded so that the share of all photos is right to the nearest photo). `kfold` does not read it.
 */
validation?: number
/**
 * How many parts `kfold` makes.
 */
folds?: number
/**
 * Which part validates with `kfold`, counted from 0.
 */
fold?: number
/**
 * Which random choice `stratified` and `kfold` make. It is one for all `seeds` of a row, so that all its runs are scored on the same photos, and for all folds.
 */
seed?: number
}
/**
 * Random changes to the training photos, drawn afresh each epoch, with ImageDataGenerator's names, ranges and units. They happen in Keras' order: rotation, shift, shear and zoom about the centre, flips, then `random_crop` and `perspective_range`, in one interpolation; then channel shift, brightness and `cutout`. `none` takes a parent's away.
 */
augment: {
/**
 * Mirror half of the photos left to right.
 */
horizontal_flip: boolean
/**
 * Mirror half of the photos top to bottom.
 */
vertical_flip: boolean
/**
 * Turn by up to so many degrees either way.
 */
rotation_range: number
/**
 * Shift sideways by up to this share of the width. From 1 on it is in pixels, as in Keras: a whole number n shifts by whole pixels below n, any other number by any part of it. Of a list one value is drawn and its sign, in pixels where any of them is 1 or more.
 * 
 * @minItems 1
 */
width_shift_range: (number | [number, ...(number)[]])
/**
 * Shift up or down by up to this share of the height. From 1 on it is in pixels, as in Keras: a whole number n shifts by whole pixels below n, any other number by any part of it. Of a list one value is drawn and its sign, in pixels where any of them is 1 or more.
 * 
 * @minItems 1
 */
height_shift_range: (number | [number, ...(number)[]])
/**
 * Shear by up to so many degrees (Keras' unit: 0.1 is a tenth of a degree).
 */
shear_range: number
/**
 * Zoom each axis by a factor between 1 - zoom_range and 1 + zoom_range, or between the two of a list. Below 1 things become larger, as in Keras.
 * 
 * @minItems 2
 * @maxItems 2
 */
zoom_range: (number | [number, number])
/**
 * Add up to so much to all values of a photo, or take it from them (of 0 to 255), one amount for all channels; what leaves the range of the photo's own values is cut to it.
 */
channel_shift_range: number
/**
 * Multiply all values of a photo by a factor between these two; what leaves 0 to 255 is cut off. As in Keras, values are rounded down to whole ones on the way. Left away: none.
 * 
 * @minItems 2
 * @maxItems 2
 */
brightness_range?: [number, number]
/**
 * Cut a part out of the photo and resize it to the photo's size, as torchvision's RandomResizedCrop. Left away: none; `{}` takes torchvision's ranges.
 */
random_crop?: {
/**
 * Smallest and largest share of the photo's area.
 * 
 * @minItems 2
 * @maxItems 2
 */
scale: [number, number]
/**
 * Smallest and largest width by height.
 * 
 * @minItems 2
 * @maxItems 2
 */
ratio: [number, number]
}
/**
 * Draw the photo as seen from elsewhere: each corner moves inwards by up to this share of half the width and half the height (torchvision's `distortion_scale`; here every photo is changed). From 2/3 on the outline could fold, so that 0.6 is the most.
 */
perspective_range: number
/**
 * Fill a square of the photo with `cval`: its side is this share of the photo's, its centre anywhere, so that part of it may lie outside (DeVries and Taylor 2017).
 */
cutout: number
/**
 * What stands outside the photo's edge.
 */
fill_mode: ("nearest" | "constant" | "reflect" | "wrap")
/**
 * The pixel value (0 to 255) outside the edge with `fill_mode: constant`, and in the square of `cutout`.
 */
cval: number
}
/**
 * The network: a backbone if it has one, and layer by layer what follows.
 */
model: {
/**
 * A network of Keras' applications without its top, which the layers follow. Left away: the layers begin at the photo.
 */
backbone?: {
/**
 * Which network: built layer for layer as Keras builds it, with Keras' names. Its ImageNet weights expect `preprocess: tf` (inception_v3, mobilenet_v2), `caffe` (resnet50) or `none` (efficientnet: it rescales pixels itself).
 */
name: ("efficientnet_b0" | "efficientnet_b5" | "inception_v3" | "mobilenet_v2" | "resnet50")
/**
 * `imagenet`: Keras' own, which `ablate weights get` fetches. `none`: drawn at random, as Keras draws them. Or a file, relative to the one that names it: Keras' `.h5`, or the `model.json` of a tfjs layers model.
 */
weights: string
/**
 * `false` freezes all of it: batch normalisation too stays on its moving statistics. `true` trains all of it; the name of a layer trains from that layer on, in Keras' order (docs/backbones.md names where each stage begins).
 */
trainable: (boolean | string)
}
/**
 * From the photo, or from the backbone's last feature map, to the class probabilities. The last layer must be `dense` with `units: classes` and `activation: softmax`.
 * 
 * @minItems 1
 */
layers: [Layer, ...(Layer)[]]
}
/**
 * How often a frozen backbone looks at a training photo. `{views: K}`: K times in all, each time augmented anew, and the training takes these views in turn, one an epoch; they are kept in the cache and shared by all rows that ask the same. `exact`: in every epoch, as Keras does, which takes K times as long. Without augmentation all views are the same, so there is one. Default: `{views: 10}` with augmentation. Only for a frozen backbone.
 */
features?: ("exact" | {
/**
 * Augmented views of each training photo.
 */
views: number
})
/**
 * The rate that every `dropout` layer without one of its own takes, so that a row can change it in one line.
 */
dropout?: number
/**
 * What training lowers: Keras' categorical cross-entropy.
 */
loss: {
/**
 * The share of each photo's label that is spread evenly over all classes: of 4 classes, 0.1 makes 0, 0, 1, 0 into 0.025, 0.025, 0.925, 0.025. As in Keras, the validation loss has it too.
 */
label_smoothing: number
}
/**
 * How much the photos of each class count in the training loss: a weight a class by name (1 for those not named), or `balanced` for photos / (classes x photos of the class), of those that train. As in Keras the weighted losses are summed and divided by the number of photos, not by their weights; accuracy and the validation loss are not weighted.
 */
class_weight?: ("balanced" | {
[k: string]: number | undefined
})
/**
 * How weights follow their gradients: Keras' optimizers, options and defaults. Where a file names another optimizer than its parent does, the inherited options that the new one knows stay, and those that only others know go.
 */
optimizer: (Adagrad | Adam | AdamW | Nadam | RMSprop | SGD)
/**
 * How the learning rate changes over the training, from the optimizer's `learning_rate` on. It is computed for every step, also where lengths are given in epochs; the learning rate that is shown for an epoch is that of its last step. Where a file names another schedule than its parent does, the inherited options that the new one knows stay.
 */
schedule: (ConstantSchedule | CosineSchedule | ExponentialSchedule | PlateauSchedule | SGDRSchedule | StepSchedule)
/**
 * How often the whole training set is gone through, or `steps_per_epoch` of it.
 */
epochs: number
/**
 * Photos a training step. The last step of an epoch takes what is left.
 */
batch_size: number
/**
 * Training steps an epoch, where it is not to go through all photos: the first so many batches of each epoch's own order. Left away: all of them.
 */
steps_per_epoch?: number
/**
 * One run a seed. A seed fixes initial weights, dropout, order and augmentation.
 * 
 * @minItems 1
 */
seeds: [number, ...(number)[]]
/**
 * What a run may take, and its turn in the queue. Nothing of it changes a result: it is no part of what a run is.
 */
resources?: {
/**
 * How many of a device's slots (`ablate run --slots`) a run takes at once; all of them where the device has fewer.
 */
slots: number
/**
 * Runs with a higher one begin earlier; among equals the order of the files counts.
 */
priority: number
/**
 * How often a run begins again by itself, from its last checkpoint and after a pause, when what ended it can pass: a worker that was killed, crashed in native code or hung, a device in use.
 */
max_restarts: number
/**
 * How long a run may be trained, all its attempts together: seconds, or a number with `s`, `m`, `h` or `d`. Then it ends as `timed-out`. Left away: as long as it takes.
 */
timeout?: (number | string)
}
}
/**
 * A layer: its name alone, or its name and its options. Names, options and defaults are Keras'.
 */
export interface Layer {
conv2d?: Conv2D
max_pooling2d?: Pooling2D
average_pooling2d?: Pooling2D
global_average_pooling2d?: NoOptions
global_max_pooling2d?: NoOptions
/**
 * Several layers that each take what comes in; their outputs are joined along the last axis.
 * 
 * @minItems 2
 */
concatenate?: [Layer, Layer, ...(Layer)[]]
flatten?: NoOptions
dense?: Dense
batch_normalization?: BatchNormalization
activation?: Activation
/**
 * The share of inputs set to zero in training. Without a value: the row's top-level `dropout`.
 */
dropout?: number
}
/**
 * Convolution over height and width. `[height, width, channels]` → `[height, width, filters]`.
 */
export interface Conv2D {
/**
 * Output channels.
 */
filters: number
/**
 * Height and width of the window.
 */
kernel_size: number
/**
 * Step of the window.
 */
strides: number
/**
 * `same` keeps height and width (divided by the strides, rounded up); `valid` adds nothing at the edges.
 */
padding: ("valid" | "same")
/**
 * The function applied to the layer's output.
 */
activation: ("linear" | "relu" | "elu" | "selu" | "sigmoid" | "softmax" | "softplus" | "tanh")
/**
 * Add a learned constant to each channel.
 */
use_bias: boolean
/**
 * How first weights are drawn: Keras' initializers, with its numbers.
 */
kernel_initializer: ("glorot_uniform" | "glorot_normal" | "he_uniform" | "he_normal" | "lecun_uniform" | "lecun_normal" | "random_uniform" | "random_normal" | "truncated_normal" | "zeros" | "ones")
/**
 * How first weights are drawn: Keras' initializers, with its numbers.
 */
bias_initializer: ("glorot_uniform" | "glorot_normal" | "he_uniform" | "he_normal" | "lecun_uniform" | "lecun_normal" | "random_uniform" | "random_normal" | "truncated_normal" | "zeros" | "ones")
/**
 * `false` freezes the layer: its weights stay as they are.
 */
trainable: boolean
}
/**
 * Pooling: one value a window and channel.
 */
export interface Pooling2D {
/**
 * Height and width of the window.
 */
pool_size: number
/**
 * Step of the window. Default: `pool_size`.
 */
strides?: number
/**
 * `same` keeps height and width (divided by the strides, rounded up); `valid` adds nothing at the edges.
 */
padding: ("valid" | "same")
}
/**
 * Takes no options.
 */
export interface NoOptions {

}
/**
 * Fully connected. `[inputs]` → `[units]`.
 */
export interface Dense {
/**
 * Outputs; `classes` stands for the number of classes of the data set.
 */
units: ("classes" | number)
/**
 * The function applied to the layer's output.
 */
activation: ("linear" | "relu" | "elu" | "selu" | "sigmoid" | "softmax" | "softplus" | "tanh")
/**
 * Add a learned constant to each output.
 */
use_bias: boolean
/**
 * How first weights are drawn: Keras' initializers, with its numbers.
 */
kernel_initializer: ("glorot_uniform" | "glorot_normal" | "he_uniform" | "he_normal" | "lecun_uniform" | "lecun_normal" | "random_uniform" | "random_normal" | "truncated_normal" | "zeros" | "ones")
/**
 * How first weights are drawn: Keras' initializers, with its numbers.
 */
bias_initializer: ("glorot_uniform" | "glorot_normal" | "he_uniform" | "he_normal" | "lecun_uniform" | "lecun_normal" | "random_uniform" | "random_normal" | "truncated_normal" | "zeros" | "ones")
/**
 * `false` freezes the layer: its weights stay as they are.
 */
trainable: boolean
}
/**
 * Normalises each channel with the batch's mean and variance in training and with their moving averages in validation.
 */
export interface BatchNormalization {
/**
 * Of the moving averages.
 */
momentum: number
/**
 * Added to the variance.
 */
epsilon: number
/**
 * Add a learned constant (beta) to each channel.
 */
center: boolean
/**
 * Multiply each channel with a learned factor (gamma).
 */
scale: boolean
/**
 * `false` freezes the layer: its weights and moving averages stay, and it normalises with the moving averages in training too. So does Keras since TensorFlow 2.0; before that a frozen layer went on normalising with the batch's mean and variance in training.
 */
trainable: boolean
}
/**
 * Adagrad: gradients divided by the root of the sum of all their squares so far.
 */
export interface Adagrad {
/**
 * Gradients divided by the root of the sum of all their squares so far.
 */
name: "adagrad"
/**
 * Step size.
 */
learning_rate: number
/**
 * What the sums of squares begin with.
 */
initial_accumulator_value: number
/**
 * Keeps the divisor from zero.
 */
epsilon: number
weight_decay?: WeightDecay
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * Adam: momentum and a step size of its own for each weight.
 */
export interface Adam {
/**
 * Momentum and a step size of its own for each weight.
 */
name: "adam"
/**
 * Step size.
 */
learning_rate: number
/**
 * Decay of the mean of gradients.
 */
beta_1: number
/**
 * Decay of the mean of squared gradients.
 */
beta_2: number
/**
 * Keeps the divisor from zero.
 */
epsilon: number
/**
 * Divide by the largest mean of squared gradients so far.
 */
amsgrad: boolean
weight_decay?: WeightDecay
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * AdamW: Adam with weight decay.
 */
export interface AdamW {
/**
 * Adam with weight decay.
 */
name: "adamw"
/**
 * Step size.
 */
learning_rate: number
/**
 * Decay of the mean of gradients.
 */
beta_1: number
/**
 * Decay of the mean of squared gradients.
 */
beta_2: number
/**
 * Keeps the divisor from zero.
 */
epsilon: number
/**
 * Divide by the largest mean of squared gradients so far.
 */
amsgrad: boolean
/**
 * Before each update every trained weight, biases too, loses this share of itself times the learning rate.
 */
weight_decay: number
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * Nadam: Adam with Nesterov's momentum, which Keras raises to beta_1 step by step (u_t = beta_1 (1 - 0.96^t / 2)). As in Keras 2.15's `fit`, the product of these momenta takes every step's once a weight, not once a step, so that its correction is over sooner than the paper's.
 */
export interface Nadam {
/**
 * Adam with Nesterov's momentum.
 */
name: "nadam"
/**
 * Step size.
 */
learning_rate: number
/**
 * Decay of the mean of gradients.
 */
beta_1: number
/**
 * Decay of the mean of squared gradients.
 */
beta_2: number
/**
 * Keeps the divisor from zero.
 */
epsilon: number
weight_decay?: WeightDecay
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * RMSprop: gradients divided by the root of their mean square.
 */
export interface RMSprop {
/**
 * Gradients divided by the root of their mean square.
 */
name: "rmsprop"
/**
 * Step size.
 */
learning_rate: number
/**
 * Decay of the mean of squared gradients.
 */
rho: number
/**
 * Share of the last step carried into the next.
 */
momentum: number
/**
 * Keeps the divisor from zero.
 */
epsilon: number
/**
 * Divide by the variance instead of the mean square.
 */
centered: boolean
weight_decay?: WeightDecay
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * Gradient descent, with momentum where asked for.
 */
export interface SGD {
/**
 * Gradient descent, with momentum where asked for.
 */
name: "sgd"
/**
 * Step size.
 */
learning_rate: number
/**
 * Share of the last step carried into the next.
 */
momentum: number
/**
 * Nesterov's momentum.
 */
nesterov: boolean
weight_decay?: WeightDecay
clipvalue?: Clipvalue
clipnorm?: Clipnorm
global_clipnorm?: GlobalClipnorm
}
/**
 * One rate throughout, after the warm-up if there is one.
 */
export interface ConstantSchedule {
/**
 * One rate throughout, after the warm-up if there is one.
 */
name: "constant"
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
/**
 * Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).
 */
export interface CosineSchedule {
/**
 * Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).
 */
name: "cosine"
/**
 * Length of the way down (Keras' decay_steps), in the schedule's unit. Default: all of the training behind the warm-up.
 */
decay?: number
/**
 * The lowest rate, as a share of the optimizer's.
 */
alpha: number
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
/**
 * The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).
 */
export interface ExponentialSchedule {
/**
 * The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).
 */
name: "exponential"
/**
 * How long it takes to multiply the rate by `decay_rate` once (Keras' decay_steps), in the schedule's unit.
 */
decay: number
/**
 * What the rate is multiplied by after each `decay`.
 */
decay_rate: number
/**
 * Multiply at once at the end of each `decay` instead of a little at every step.
 */
staircase: boolean
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
/**
 * Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.
 */
export interface PlateauSchedule {
/**
 * Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.
 */
name: "plateau"
/**
 * What should get better: a loss that falls, or an accuracy that rises.
 */
monitor: ("val_loss" | "val_accuracy" | "loss" | "accuracy")
/**
 * What the rate is multiplied by.
 */
factor: number
/**
 * After how many epochs without progress.
 */
patience: number
/**
 * By how much an epoch must beat the best one to count as progress.
 */
min_delta: number
/**
 * For how many epochs nothing is counted after the rate was lowered.
 */
cooldown: number
/**
 * The rate never falls below this.
 */
min_lr: number
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
/**
 * Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.
 */
export interface SGDRSchedule {
/**
 * Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.
 */
name: "sgdr"
/**
 * Length of the first cycle (Keras' first_decay_steps, the paper's T_0), in the schedule's unit.
 */
first_decay: number
/**
 * How many times as long as the one before each cycle is.
 */
t_mul: number
/**
 * How many times as high as the one before each cycle begins.
 */
m_mul: number
/**
 * The lowest rate, as a share of the optimizer's.
 */
alpha: number
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
/**
 * The rate falls at once, again and again: either `every` so often, or at `boundaries`.
 */
export interface StepSchedule {
/**
 * The rate falls at once, again and again: either `every` so often, or at `boundaries`.
 */
name: "step"
/**
 * How long each rate is kept, in the schedule's unit.
 */
every?: number
/**
 * After how many epochs the rate falls, each time counted from the end of the warm-up. With `unit: steps` as in Keras' PiecewiseConstantDecay: the number of the last step with the old rate, where steps count from 0.
 * 
 * @minItems 1
 */
boundaries?: [number, ...(number)[]]
/**
 * The learning rates that hold after each of the `boundaries`, in place of a factor.
 * 
 * @minItems 1
 */
values?: [number, ...(number)[]]
/**
 * What the rate is multiplied by each time it falls.
 */
factor: number
/**
 * What the schedule's lengths are given in.
 */
unit: ("epochs" | "steps")
/**
 * Over this length the rate rises in a straight line, step by step; then the schedule begins.
 */
warmup: number
/**
 * The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.
 */
warmup_from: number
}
