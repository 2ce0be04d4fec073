// Generated from schemas/experiment.schema.json by scripts/generate.js. Do not edit.
/* eslint-disable */
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ExperimentFile","description":"One row of an ablation table. A file holds either a whole experiment or `extends:` and what changes; maps merge, lists and scalars replace, and `null` takes an inherited key away.","type":"object","additionalProperties":false,"properties":{"extends":{"description":"The parent file, relative to this one. Everything but its `name`, `description`, `published` and `matrix` is inherited.","type":"string","minLength":1,"examples":["model4.yaml"]},"name":{"description":"The row's name on the leaderboard: up to 100 letters (a to z), digits, `.`, `_`, `=` and `-`, beginning with a letter or digit. Default: the file's name without `.yaml`.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._=\\-]{0,99}$","examples":["model4-less-dropout"]},"description":{"description":"What the row asks, in a sentence.","type":"string","examples":["Does dropout help the wide head?"]},"dataset":{"description":"The photos: the name of a known data set (`trashnet`, `drawn-litter`), a folder (`path`), or a list of photos and their labels (`csv`).","type":["string","object"],"if":{"type":"string"},"then":{"enum":["trashnet","drawn-litter"]},"additionalProperties":false,"properties":{"path":{"description":"A folder of class folders (JPEG, PNG, WebP), or one of photos with a text beside each that holds its label, as Huawei's (`img_1.txt`: `img_1.jpg, 0`). Relative to the file that names it.","type":"string","minLength":1},"csv":{"description":"A CSV whose first line names the columns `path` and `label`, and then a line a photo; photos' paths are relative to it. Relative itself to the file that names it.","type":"string","minLength":1},"classes":{"description":"The class folders, or labels, to use, in the order of the network's outputs. Default: all of them, sorted by name; labels that are all whole numbers by number.","type":"array","minItems":2,"uniqueItems":true,"items":{"type":"string","minLength":1}}},"examples":["trashnet",{"path":"../photos"}]},"image_size":{"description":"Height and width, in pixels, that pictures are resized to (Keras' `target_size`; its aspect ratio is not kept).","type":"integer","minimum":1,"maximum":4096,"default":300},"interpolation":{"description":"How pictures are resized, as Keras names it and Pillow does it: pixel for pixel what `flow_from_directory` reads.","enum":["nearest","bilinear","bicubic","box","hamming","lanczos"],"default":"nearest"},"preprocess":{"description":"What is done to pixels of 0 to 255 before the network: `unit` divides by 255, `tf` scales to -1..1, `torch` divides by 255 and standardises with ImageNet's mean and deviation, `caffe` swaps to BGR and subtracts ImageNet's mean, `none` leaves them.","enum":["unit","tf","torch","caffe","none"],"default":"unit"},"split":{"description":"Which photos validate. They are never trained on, and every score is on all of them.","type":"object","additionalProperties":false,"properties":{"method":{"description":"`keras`: the first part of each class's files, sorted by name, as ImageDataGenerator's validation_split takes them. `stratified`: photos drawn at random, from each class its share. `kfold`: the photos are dealt to `folds` parts at random, each class evenly, and one of them validates; all folds are rows of one file by `matrix: {split.fold: [0, 1, 2, 3, 4]}`.","enum":["keras","stratified","kfold"],"default":"keras"},"validation":{"description":"The share of each class's photos that validate, with `keras` (rounded down) and with `stratified` (rounded so that the share of all photos is right to the nearest photo). `kfold` does not read it.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"folds":{"description":"How many parts `kfold` makes.","type":"integer","minimum":2,"maximum":1000,"default":5},"fold":{"description":"Which part validates with `kfold`, counted from 0.","type":"integer","minimum":0,"maximum":999,"default":0},"seed":{"description":"Which random choice `stratified` and `kfold` make. It is one for all `seeds` of a row, so that all its runs are scored on the same photos, and for all folds.","type":"integer","minimum":0,"maximum":2147483647,"default":0}},"default":{}},"augment":{"description":"Random changes to the training photos, drawn afresh each epoch, with ImageDataGenerator's names, ranges and units. They happen in Keras' order: rotation, shift, shear and zoom about the centre, flips, then `random_crop` and `perspective_range`, in one interpolation; then channel shift, brightness and `cutout`. `none` takes a parent's away.","type":["string","object"],"if":{"type":"string"},"then":{"enum":["none"]},"additionalProperties":false,"properties":{"horizontal_flip":{"description":"Mirror half of the photos left to right.","type":"boolean","default":false},"vertical_flip":{"description":"Mirror half of the photos top to bottom.","type":"boolean","default":false},"rotation_range":{"description":"Turn by up to so many degrees either way.","type":"number","minimum":0,"maximum":180,"default":0},"width_shift_range":{"description":"Shift sideways by up to this share of the width. From 1 on it is in pixels, as in Keras: a whole number n shifts by whole pixels below n, any other number by any part of it. Of a list one value is drawn and its sign, in pixels where any of them is 1 or more.","type":["number","array"],"minimum":0,"maximum":4096,"minItems":1,"items":{"type":"number","minimum":-4096,"maximum":4096},"default":0},"height_shift_range":{"description":"Shift up or down by up to this share of the height. From 1 on it is in pixels, as in Keras: a whole number n shifts by whole pixels below n, any other number by any part of it. Of a list one value is drawn and its sign, in pixels where any of them is 1 or more.","type":["number","array"],"minimum":0,"maximum":4096,"minItems":1,"items":{"type":"number","minimum":-4096,"maximum":4096},"default":0},"shear_range":{"description":"Shear by up to so many degrees (Keras' unit: 0.1 is a tenth of a degree).","type":"number","minimum":0,"maximum":89,"default":0},"zoom_range":{"description":"Zoom each axis by a factor between 1 - zoom_range and 1 + zoom_range, or between the two of a list. Below 1 things become larger, as in Keras.","type":["number","array"],"minimum":0,"exclusiveMaximum":1,"minItems":2,"maxItems":2,"items":{"type":"number","exclusiveMinimum":0,"maximum":100},"default":0},"channel_shift_range":{"description":"Add up to so much to all values of a photo, or take it from them (of 0 to 255), one amount for all channels; what leaves the range of the photo's own values is cut to it.","type":"number","minimum":0,"maximum":255,"default":0},"brightness_range":{"description":"Multiply all values of a photo by a factor between these two; what leaves 0 to 255 is cut off. As in Keras, values are rounded down to whole ones on the way. Left away: none.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number","minimum":0,"maximum":100},"examples":[[0.8,1.2]]},"random_crop":{"description":"Cut a part out of the photo and resize it to the photo's size, as torchvision's RandomResizedCrop. Left away: none; `{}` takes torchvision's ranges.","type":"object","additionalProperties":false,"properties":{"scale":{"description":"Smallest and largest share of the photo's area.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number","exclusiveMinimum":0,"maximum":1},"default":[0.08,1]},"ratio":{"description":"Smallest and largest width by height.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number","minimum":0.01,"maximum":100},"default":[0.75,1.3333333333333333]}},"examples":[{"scale":[0.5,1]}]},"perspective_range":{"description":"Draw the photo as seen from elsewhere: each corner moves inwards by up to this share of half the width and half the height (torchvision's `distortion_scale`; here every photo is changed). From 2/3 on the outline could fold, so that 0.6 is the most.","type":"number","minimum":0,"maximum":0.6,"default":0},"cutout":{"description":"Fill a square of the photo with `cval`: its side is this share of the photo's, its centre anywhere, so that part of it may lie outside (DeVries and Taylor 2017).","type":"number","minimum":0,"maximum":1,"default":0},"fill_mode":{"description":"What stands outside the photo's edge.","enum":["nearest","constant","reflect","wrap"],"default":"nearest"},"cval":{"description":"The pixel value (0 to 255) outside the edge with `fill_mode: constant`, and in the square of `cutout`.","type":"number","minimum":0,"maximum":255,"default":0}},"default":{}},"model":{"description":"The network: a backbone if it has one, and layer by layer what follows.","type":"object","additionalProperties":false,"properties":{"backbone":{"description":"A network of Keras' applications without its top, which the layers follow. Left away: the layers begin at the photo.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Which network: built layer for layer as Keras builds it, with Keras' names. Its ImageNet weights expect `preprocess: tf` (inception_v3, mobilenet_v2), `caffe` (resnet50) or `none` (efficientnet: it rescales pixels itself).","enum":["efficientnet_b0","efficientnet_b5","inception_v3","mobilenet_v2","resnet50"]},"weights":{"description":"`imagenet`: Keras' own, which `ablate weights get` fetches. `none`: drawn at random, as Keras draws them. Or a file, relative to the one that names it: Keras' `.h5`, or the `model.json` of a tfjs layers model.","type":"string","pattern":"^(imagenet|none|.*\\.(h5|hdf5|json))$","default":"imagenet","examples":["imagenet","../weights/resnet50.h5"]},"trainable":{"description":"`false` freezes all of it: batch normalisation too stays on its moving statistics. `true` trains all of it; the name of a layer trains from that layer on, in Keras' order (docs/backbones.md names where each stage begins).","type":["boolean","string"],"default":false,"examples":[false,"conv5_block1_1_conv"]}},"required":["name"]},"layers":{"description":"From the photo, or from the backbone's last feature map, to the class probabilities. The last layer must be `dense` with `units: classes` and `activation: softmax`.","type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"}}},"required":["layers"]},"features":{"description":"How often a frozen backbone looks at a training photo. `{views: K}`: K times in all, each time augmented anew, and the training takes these views in turn, one an epoch; they are kept in the cache and shared by all rows that ask the same. `exact`: in every epoch, as Keras does, which takes K times as long. Without augmentation all views are the same, so there is one. Default: `{views: 10}` with augmentation. Only for a frozen backbone.","type":["string","object"],"if":{"type":"string"},"then":{"enum":["exact"]},"additionalProperties":false,"required":["views"],"properties":{"views":{"description":"Augmented views of each training photo.","type":"integer","minimum":1,"maximum":10000}},"examples":[{"views":20},"exact"]},"dropout":{"description":"The rate that every `dropout` layer without one of its own takes, so that a row can change it in one line.","type":"number","minimum":0,"exclusiveMaximum":1},"loss":{"description":"What training lowers: Keras' categorical cross-entropy.","type":"object","additionalProperties":false,"properties":{"label_smoothing":{"description":"The share of each photo's label that is spread evenly over all classes: of 4 classes, 0.1 makes 0, 0, 1, 0 into 0.025, 0.025, 0.925, 0.025. As in Keras, the validation loss has it too.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0}},"default":{}},"class_weight":{"description":"How much the photos of each class count in the training loss: a weight a class by name (1 for those not named), or `balanced` for photos / (classes x photos of the class), of those that train. As in Keras the weighted losses are summed and divided by the number of photos, not by their weights; accuracy and the validation loss are not weighted.","type":["string","object"],"if":{"type":"string"},"then":{"enum":["balanced"]},"additionalProperties":{"type":"number","minimum":0},"minProperties":1,"examples":["balanced",{"trash":3}]},"optimizer":{"description":"How weights follow their gradients: Keras' optimizers, options and defaults. Where a file names another optimizer than its parent does, the inherited options that the new one knows stay, and those that only others know go.","type":"object","default":{"name":"adam"},"required":["name"],"discriminator":{"propertyName":"name"},"oneOf":[{"$ref":"#/definitions/adagrad"},{"$ref":"#/definitions/adam"},{"$ref":"#/definitions/adamw"},{"$ref":"#/definitions/nadam"},{"$ref":"#/definitions/rmsprop"},{"$ref":"#/definitions/sgd"}]},"schedule":{"description":"How the learning rate changes over the training, from the optimizer's `learning_rate` on. It is computed for every step, also where lengths are given in epochs; the learning rate that is shown for an epoch is that of its last step. Where a file names another schedule than its parent does, the inherited options that the new one knows stay.","type":"object","default":{"name":"constant"},"examples":[{"name":"sgdr","first_decay":10,"t_mul":2,"warmup":1}],"discriminator":{"propertyName":"name"},"oneOf":[{"$ref":"#/definitions/constant_schedule"},{"$ref":"#/definitions/cosine_schedule"},{"$ref":"#/definitions/exponential_schedule"},{"$ref":"#/definitions/plateau_schedule"},{"$ref":"#/definitions/sgdr_schedule"},{"$ref":"#/definitions/step_schedule"}]},"epochs":{"description":"How often the whole training set is gone through, or `steps_per_epoch` of it.","type":"integer","minimum":1,"maximum":1000000,"default":100},"batch_size":{"description":"Photos a training step. The last step of an epoch takes what is left.","type":"integer","minimum":1,"maximum":1000000,"default":32},"steps_per_epoch":{"description":"Training steps an epoch, where it is not to go through all photos: the first so many batches of each epoch's own order. Left away: all of them.","type":"integer","minimum":1,"maximum":1000000},"seeds":{"description":"One run a seed. A seed fixes initial weights, dropout, order and augmentation.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":0,"maximum":2147483647},"default":[0]},"resources":{"description":"What a run may take, and its turn in the queue. Nothing of it changes a result: it is no part of what a run is.","type":"object","additionalProperties":false,"properties":{"slots":{"description":"How many of a device's slots (`ablate run --slots`) a run takes at once; all of them where the device has fewer.","type":"integer","minimum":1,"maximum":1000,"default":1},"priority":{"description":"Runs with a higher one begin earlier; among equals the order of the files counts.","type":"integer","minimum":-1000000,"maximum":1000000,"default":0},"max_restarts":{"description":"How often a run begins again by itself, from its last checkpoint and after a pause, when what ended it can pass: a worker that was killed, crashed in native code or hung, a device in use.","type":"integer","minimum":0,"maximum":1000,"default":2},"timeout":{"description":"How long a run may be trained, all its attempts together: seconds, or a number with `s`, `m`, `h` or `d`. Then it ends as `timed-out`. Left away: as long as it takes.","type":["number","string"],"exclusiveMinimum":0,"pattern":"^[0-9]+(\\.[0-9]+)?[smhd]$","examples":["90m","8h"]}},"examples":[{"priority":1,"timeout":"8h"}]},"matrix":{"description":"Dotted keys and lists of values: the file becomes a row for every combination, laid on the file as a child's values would be, and named after it and its values. Such a row is compared with the file's parent; where there is none, with the file as it is without its matrix, which is also what a file that extends this one inherits.","type":"object","minProperties":1,"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true},"examples":[{"optimizer.learning_rate":[0.001,0.0001],"batch_size":[32,64]}]},"published":{"description":"What somebody else reported for this row, shown beside the measured score.","type":"object","additionalProperties":false,"properties":{"validation_score":{"description":"The published accuracy, 0 to 1.","type":"number","minimum":0,"maximum":1},"history":{"description":"A CSV of the published epochs (epoch, loss, accuracy, val_loss, val_accuracy), relative to this file.","type":"string","minLength":1}}}},"definitions":{"activation":{"description":"The function applied to the layer's output.","enum":["linear","relu","elu","selu","sigmoid","softmax","softplus","tanh"]},"initializer":{"description":"How first weights are drawn: Keras' initializers, with its numbers.","enum":["glorot_uniform","glorot_normal","he_uniform","he_normal","lecun_uniform","lecun_normal","random_uniform","random_normal","truncated_normal","zeros","ones"]},"trainable":{"description":"`false` freezes the layer: its weights stay as they are.","type":"boolean"},"padding":{"description":"`same` keeps height and width (divided by the strides, rounded up); `valid` adds nothing at the edges.","enum":["valid","same"]},"layer":{"description":"A layer: its name alone, or its name and its options. Names, options and defaults are Keras'.","type":["string","object"],"if":{"type":"string"},"then":{"enum":["flatten","max_pooling2d","average_pooling2d","global_average_pooling2d","global_max_pooling2d","batch_normalization","dropout"]},"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"conv2d":{"$ref":"#/definitions/conv2d"},"max_pooling2d":{"description":"The maximum of each window.","$ref":"#/definitions/pooling2d"},"average_pooling2d":{"description":"The mean of each window.","$ref":"#/definitions/pooling2d"},"global_average_pooling2d":{"description":"The mean of each channel over the whole picture. `[height, width, channels]` → `[channels]`. Takes no options.","$ref":"#/definitions/no_options"},"global_max_pooling2d":{"description":"The maximum of each channel over the whole picture. `[height, width, channels]` → `[channels]`. Takes no options.","$ref":"#/definitions/no_options"},"concatenate":{"description":"Several layers that each take what comes in; their outputs are joined along the last axis.","type":"array","minItems":2,"items":{"$ref":"#/definitions/layer"},"examples":[["global_average_pooling2d","global_max_pooling2d"]]},"flatten":{"description":"All values in one row. `[height, width, channels]` → `[height * width * channels]`. Takes no options.","$ref":"#/definitions/no_options"},"dense":{"$ref":"#/definitions/dense"},"batch_normalization":{"$ref":"#/definitions/batch_normalization"},"activation":{"$ref":"#/definitions/activation"},"dropout":{"description":"The share of inputs set to zero in training. Without a value: the row's top-level `dropout`.","type":"number","minimum":0,"exclusiveMaximum":1}}},"no_options":{"title":"NoOptions","description":"Takes no options.","type":"object","additionalProperties":false,"properties":{}},"conv2d":{"title":"Conv2D","description":"Convolution over height and width. `[height, width, channels]` → `[height, width, filters]`.","type":"object","additionalProperties":false,"required":["filters"],"properties":{"filters":{"description":"Output channels.","type":"integer","minimum":1,"maximum":65536},"kernel_size":{"description":"Height and width of the window.","type":"integer","minimum":1,"maximum":4096,"default":3},"strides":{"description":"Step of the window.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"$ref":"#/definitions/padding","default":"valid"},"activation":{"$ref":"#/definitions/activation","default":"linear"},"use_bias":{"description":"Add a learned constant to each channel.","type":"boolean","default":true},"kernel_initializer":{"description":"How the first weights are drawn: Keras' initializers, with its numbers.","$ref":"#/definitions/initializer","default":"glorot_uniform"},"bias_initializer":{"description":"The same of the constants.","$ref":"#/definitions/initializer","default":"zeros"},"trainable":{"$ref":"#/definitions/trainable","default":true}}},"pooling2d":{"title":"Pooling2D","description":"Pooling: one value a window and channel.","type":"object","additionalProperties":false,"properties":{"pool_size":{"description":"Height and width of the window.","type":"integer","minimum":1,"maximum":4096,"default":2},"strides":{"description":"Step of the window. Default: `pool_size`.","type":"integer","minimum":1,"maximum":4096},"padding":{"$ref":"#/definitions/padding","default":"valid"}}},"dense":{"title":"Dense","description":"Fully connected. `[inputs]` → `[units]`.","type":"object","additionalProperties":false,"required":["units"],"properties":{"units":{"description":"Outputs; `classes` stands for the number of classes of the data set.","type":["integer","string"],"if":{"type":"string"},"then":{"enum":["classes"]},"minimum":1,"maximum":1000000},"activation":{"$ref":"#/definitions/activation","default":"linear"},"use_bias":{"description":"Add a learned constant to each output.","type":"boolean","default":true},"kernel_initializer":{"description":"How the first weights are drawn: Keras' initializers, with its numbers.","$ref":"#/definitions/initializer","default":"glorot_uniform"},"bias_initializer":{"description":"The same of the constants.","$ref":"#/definitions/initializer","default":"zeros"},"trainable":{"$ref":"#/definitions/trainable","default":true}}},"batch_normalization":{"title":"BatchNormalization","description":"Normalises each channel with the batch's mean and variance in training and with their moving averages in validation.","type":"object","additionalProperties":false,"properties":{"momentum":{"description":"Of the moving averages.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"center":{"description":"Add a learned constant (beta) to each channel.","type":"boolean","default":true},"scale":{"description":"Multiply each channel with a learned factor (gamma).","type":"boolean","default":true},"trainable":{"description":"`false` freezes the layer: its weights and moving averages stay, and it normalises with the moving averages in training too. So does Keras since TensorFlow 2.0; before that a frozen layer went on normalising with the batch's mean and variance in training.","type":"boolean","default":true}}},"adagrad":{"title":"Adagrad","description":"Adagrad: gradients divided by the root of the sum of all their squares so far.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradients divided by the root of the sum of all their squares so far.","const":"adagrad"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"initial_accumulator_value":{"description":"What the sums of squares begin with.","type":"number","minimum":0,"default":0.1},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"adam":{"title":"Adam","description":"Adam: momentum and a step size of its own for each weight.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Momentum and a step size of its own for each weight.","const":"adam"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"amsgrad":{"$ref":"#/definitions/amsgrad","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"adamw":{"title":"AdamW","description":"AdamW: Adam with weight decay.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Adam with weight decay.","const":"adamw"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"amsgrad":{"$ref":"#/definitions/amsgrad","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay","default":0.004},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"nadam":{"title":"Nadam","description":"Nadam: Adam with Nesterov's momentum, which Keras raises to beta_1 step by step (u_t = beta_1 (1 - 0.96^t / 2)). As in Keras 2.15's `fit`, the product of these momenta takes every step's once a weight, not once a step, so that its correction is over sooner than the paper's.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Adam with Nesterov's momentum.","const":"nadam"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"rmsprop":{"title":"RMSprop","description":"RMSprop: gradients divided by the root of their mean square.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradients divided by the root of their mean square.","const":"rmsprop"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"rho":{"description":"Decay of the mean of squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"momentum":{"$ref":"#/definitions/momentum","default":0},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"centered":{"description":"Divide by the variance instead of the mean square.","type":"boolean","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"sgd":{"title":"SGD","description":"Gradient descent, with momentum where asked for.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradient descent, with momentum where asked for.","const":"sgd"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.01},"momentum":{"$ref":"#/definitions/momentum","default":0},"nesterov":{"description":"Nesterov's momentum.","type":"boolean","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]},"constant_schedule":{"title":"ConstantSchedule","description":"One rate throughout, after the warm-up if there is one.","type":"object","additionalProperties":false,"properties":{"name":{"description":"One rate throughout, after the warm-up if there is one.","const":"constant"},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"cosine_schedule":{"title":"CosineSchedule","description":"Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).","type":"object","additionalProperties":false,"properties":{"name":{"description":"Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).","const":"cosine"},"decay":{"description":"Length of the way down (Keras' decay_steps), in the schedule's unit. Default: all of the training behind the warm-up.","type":"number","exclusiveMinimum":0},"alpha":{"description":"The lowest rate, as a share of the optimizer's.","type":"number","minimum":0,"maximum":1,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"exponential_schedule":{"title":"ExponentialSchedule","description":"The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).","type":"object","additionalProperties":false,"properties":{"name":{"description":"The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).","const":"exponential"},"decay":{"description":"How long it takes to multiply the rate by `decay_rate` once (Keras' decay_steps), in the schedule's unit.","type":"number","exclusiveMinimum":0,"default":1},"decay_rate":{"description":"What the rate is multiplied by after each `decay`.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.96},"staircase":{"description":"Multiply at once at the end of each `decay` instead of a little at every step.","type":"boolean","default":false},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"plateau_schedule":{"title":"PlateauSchedule","description":"Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.","const":"plateau"},"monitor":{"description":"What should get better: a loss that falls, or an accuracy that rises.","enum":["val_loss","val_accuracy","loss","accuracy"],"default":"val_loss"},"factor":{"description":"What the rate is multiplied by.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"patience":{"description":"After how many epochs without progress.","type":"integer","minimum":0,"maximum":1000000,"default":10},"min_delta":{"description":"By how much an epoch must beat the best one to count as progress.","type":"number","minimum":0,"default":0.0001},"cooldown":{"description":"For how many epochs nothing is counted after the rate was lowered.","type":"integer","minimum":0,"maximum":1000000,"default":0},"min_lr":{"description":"The rate never falls below this.","type":"number","minimum":0,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"sgdr_schedule":{"title":"SGDRSchedule","description":"Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.","const":"sgdr"},"first_decay":{"description":"Length of the first cycle (Keras' first_decay_steps, the paper's T_0), in the schedule's unit.","type":"number","exclusiveMinimum":0,"default":10},"t_mul":{"description":"How many times as long as the one before each cycle is.","type":"number","minimum":1,"default":2},"m_mul":{"description":"How many times as high as the one before each cycle begins.","type":"number","exclusiveMinimum":0,"default":1},"alpha":{"description":"The lowest rate, as a share of the optimizer's.","type":"number","minimum":0,"maximum":1,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"step_schedule":{"title":"StepSchedule","description":"The rate falls at once, again and again: either `every` so often, or at `boundaries`.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The rate falls at once, again and again: either `every` so often, or at `boundaries`.","const":"step"},"every":{"description":"How long each rate is kept, in the schedule's unit.","type":"number","exclusiveMinimum":0},"boundaries":{"description":"After how many epochs the rate falls, each time counted from the end of the warm-up. With `unit: steps` as in Keras' PiecewiseConstantDecay: the number of the last step with the old rate, where steps count from 0.","type":"array","minItems":1,"items":{"type":"number","minimum":0}},"values":{"description":"The learning rates that hold after each of the `boundaries`, in place of a factor.","type":"array","minItems":1,"items":{"type":"number","exclusiveMinimum":0}},"factor":{"description":"What the rate is multiplied by each time it falls.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]},"schedule_unit":{"description":"What the schedule's lengths are given in.","enum":["epochs","steps"]},"warmup":{"description":"Over this length the rate rises in a straight line, step by step; then the schedule begins.","type":"number","minimum":0},"warmup_from":{"description":"The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.","type":"number","minimum":0,"exclusiveMaximum":1},"learning_rate":{"description":"Step size.","type":"number","exclusiveMinimum":0,"maximum":1000},"momentum":{"description":"Share of the last step carried into the next.","type":"number","minimum":0,"exclusiveMaximum":1},"epsilon":{"description":"Keeps the divisor from zero.","type":"number","exclusiveMinimum":0},"beta_1":{"description":"Decay of the mean of gradients.","type":"number","minimum":0,"exclusiveMaximum":1},"beta_2":{"description":"Decay of the mean of squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1},"amsgrad":{"description":"Divide by the largest mean of squared gradients so far.","type":"boolean"},"weight_decay":{"description":"Before each update every trained weight, biases too, loses this share of itself times the learning rate.","type":"number","minimum":0},"clipvalue":{"description":"Gradients are clipped to -clipvalue..clipvalue, value by value. At most one of `clipvalue`, `clipnorm` and `global_clipnorm` may be given.","type":"number","exclusiveMinimum":0},"clipnorm":{"description":"The gradient of each weight tensor is shortened to this length (L2 norm).","type":"number","exclusiveMinimum":0},"global_clipnorm":{"description":"All gradients together are shortened to this length (L2 norm).","type":"number","exclusiveMinimum":0}},"required":["dataset","model"]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._=\\-]{0,99}$", "u");
const pattern1 = new RegExp("^(imagenet|none|.*\\.(h5|hdf5|json))$", "u");
const pattern2 = new RegExp("^[0-9]+(\\.[0-9]+)?[smhd]$", "u");
const schema12 = {"description":"A layer: its name alone, or its name and its options. Names, options and defaults are Keras'.","type":["string","object"],"if":{"type":"string"},"then":{"enum":["flatten","max_pooling2d","average_pooling2d","global_average_pooling2d","global_max_pooling2d","batch_normalization","dropout"]},"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"conv2d":{"$ref":"#/definitions/conv2d"},"max_pooling2d":{"description":"The maximum of each window.","$ref":"#/definitions/pooling2d"},"average_pooling2d":{"description":"The mean of each window.","$ref":"#/definitions/pooling2d"},"global_average_pooling2d":{"description":"The mean of each channel over the whole picture. `[height, width, channels]` → `[channels]`. Takes no options.","$ref":"#/definitions/no_options"},"global_max_pooling2d":{"description":"The maximum of each channel over the whole picture. `[height, width, channels]` → `[channels]`. Takes no options.","$ref":"#/definitions/no_options"},"concatenate":{"description":"Several layers that each take what comes in; their outputs are joined along the last axis.","type":"array","minItems":2,"items":{"$ref":"#/definitions/layer"},"examples":[["global_average_pooling2d","global_max_pooling2d"]]},"flatten":{"description":"All values in one row. `[height, width, channels]` → `[height * width * channels]`. Takes no options.","$ref":"#/definitions/no_options"},"dense":{"$ref":"#/definitions/dense"},"batch_normalization":{"$ref":"#/definitions/batch_normalization"},"activation":{"$ref":"#/definitions/activation"},"dropout":{"description":"The share of inputs set to zero in training. Without a value: the row's top-level `dropout`.","type":"number","minimum":0,"exclusiveMaximum":1}}};
const schema21 = {"title":"NoOptions","description":"Takes no options.","type":"object","additionalProperties":false,"properties":{}};
const schema29 = {"title":"BatchNormalization","description":"Normalises each channel with the batch's mean and variance in training and with their moving averages in validation.","type":"object","additionalProperties":false,"properties":{"momentum":{"description":"Of the moving averages.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"center":{"description":"Add a learned constant (beta) to each channel.","type":"boolean","default":true},"scale":{"description":"Multiply each channel with a learned factor (gamma).","type":"boolean","default":true},"trainable":{"description":"`false` freezes the layer: its weights and moving averages stay, and it normalises with the moving averages in training too. So does Keras since TensorFlow 2.0; before that a frozen layer went on normalising with the batch's mean and variance in training.","type":"boolean","default":true}}};
const schema15 = {"description":"The function applied to the layer's output.","enum":["linear","relu","elu","selu","sigmoid","softmax","softplus","tanh"]};
const schema13 = {"title":"Conv2D","description":"Convolution over height and width. `[height, width, channels]` → `[height, width, filters]`.","type":"object","additionalProperties":false,"required":["filters"],"properties":{"filters":{"description":"Output channels.","type":"integer","minimum":1,"maximum":65536},"kernel_size":{"description":"Height and width of the window.","type":"integer","minimum":1,"maximum":4096,"default":3},"strides":{"description":"Step of the window.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"$ref":"#/definitions/padding","default":"valid"},"activation":{"$ref":"#/definitions/activation","default":"linear"},"use_bias":{"description":"Add a learned constant to each channel.","type":"boolean","default":true},"kernel_initializer":{"description":"How the first weights are drawn: Keras' initializers, with its numbers.","$ref":"#/definitions/initializer","default":"glorot_uniform"},"bias_initializer":{"description":"The same of the constants.","$ref":"#/definitions/initializer","default":"zeros"},"trainable":{"$ref":"#/definitions/trainable","default":true}}};
const schema14 = {"description":"`same` keeps height and width (divided by the strides, rounded up); `valid` adds nothing at the edges.","enum":["valid","same"]};
const schema16 = {"description":"How first weights are drawn: Keras' initializers, with its numbers.","enum":["glorot_uniform","glorot_normal","he_uniform","he_normal","lecun_uniform","lecun_normal","random_uniform","random_normal","truncated_normal","zeros","ones"]};
const schema18 = {"description":"`false` freezes the layer: its weights stay as they are.","type":"boolean"};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.filters === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "filters"},message:"must have required property '"+"filters"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.filters !== undefined){
let data0 = data.filters;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.filters.type,parentSchema:schema13.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},message:"must be <= 65536",schema:65536,parentSchema:schema13.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.kernel_size !== undefined){
let data1 = data.kernel_size;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/kernel_size",schemaPath:"#/properties/kernel_size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.kernel_size.type,parentSchema:schema13.properties.kernel_size,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4096 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/kernel_size",schemaPath:"#/properties/kernel_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema13.properties.kernel_size,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/kernel_size",schemaPath:"#/properties/kernel_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.kernel_size,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.strides !== undefined){
let data2 = data.strides;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.strides.type,parentSchema:schema13.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4096 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema13.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.padding !== undefined){
let data3 = data.padding;
if(!((data3 === "valid") || (data3 === "same"))){
const err11 = {instancePath:instancePath+"/padding",schemaPath:"#/definitions/padding/enum",keyword:"enum",params:{allowedValues: schema14.enum},message:"must be equal to one of the allowed values",schema:schema14.enum,parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.activation !== undefined){
let data4 = data.activation;
if(!((((((((data4 === "linear") || (data4 === "relu")) || (data4 === "elu")) || (data4 === "selu")) || (data4 === "sigmoid")) || (data4 === "softmax")) || (data4 === "softplus")) || (data4 === "tanh"))){
const err12 = {instancePath:instancePath+"/activation",schemaPath:"#/definitions/activation/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values",schema:schema15.enum,parentSchema:schema15,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.use_bias !== undefined){
let data5 = data.use_bias;
if(typeof data5 !== "boolean"){
const err13 = {instancePath:instancePath+"/use_bias",schemaPath:"#/properties/use_bias/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.use_bias.type,parentSchema:schema13.properties.use_bias,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.kernel_initializer !== undefined){
let data6 = data.kernel_initializer;
if(!(((((((((((data6 === "glorot_uniform") || (data6 === "glorot_normal")) || (data6 === "he_uniform")) || (data6 === "he_normal")) || (data6 === "lecun_uniform")) || (data6 === "lecun_normal")) || (data6 === "random_uniform")) || (data6 === "random_normal")) || (data6 === "truncated_normal")) || (data6 === "zeros")) || (data6 === "ones"))){
const err14 = {instancePath:instancePath+"/kernel_initializer",schemaPath:"#/definitions/initializer/enum",keyword:"enum",params:{allowedValues: schema16.enum},message:"must be equal to one of the allowed values",schema:schema16.enum,parentSchema:schema16,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.bias_initializer !== undefined){
let data7 = data.bias_initializer;
if(!(((((((((((data7 === "glorot_uniform") || (data7 === "glorot_normal")) || (data7 === "he_uniform")) || (data7 === "he_normal")) || (data7 === "lecun_uniform")) || (data7 === "lecun_normal")) || (data7 === "random_uniform")) || (data7 === "random_normal")) || (data7 === "truncated_normal")) || (data7 === "zeros")) || (data7 === "ones"))){
const err15 = {instancePath:instancePath+"/bias_initializer",schemaPath:"#/definitions/initializer/enum",keyword:"enum",params:{allowedValues: schema16.enum},message:"must be equal to one of the allowed values",schema:schema16.enum,parentSchema:schema16,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.trainable !== undefined){
let data8 = data.trainable;
if(typeof data8 !== "boolean"){
const err16 = {instancePath:instancePath+"/trainable",schemaPath:"#/definitions/trainable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema18.type,parentSchema:schema18,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema19 = {"title":"Pooling2D","description":"Pooling: one value a window and channel.","type":"object","additionalProperties":false,"properties":{"pool_size":{"description":"Height and width of the window.","type":"integer","minimum":1,"maximum":4096,"default":2},"strides":{"description":"Step of the window. Default: `pool_size`.","type":"integer","minimum":1,"maximum":4096},"padding":{"$ref":"#/definitions/padding","default":"valid"}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "pool_size") || (key0 === "strides")) || (key0 === "padding"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.pool_size !== undefined){
let data0 = data.pool_size;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/pool_size",schemaPath:"#/properties/pool_size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.pool_size.type,parentSchema:schema19.properties.pool_size,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4096 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/pool_size",schemaPath:"#/properties/pool_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema19.properties.pool_size,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/pool_size",schemaPath:"#/properties/pool_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema19.properties.pool_size,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.strides !== undefined){
let data1 = data.strides;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.strides.type,parentSchema:schema19.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4096 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema19.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema19.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.padding !== undefined){
let data2 = data.padding;
if(!((data2 === "valid") || (data2 === "same"))){
const err7 = {instancePath:instancePath+"/padding",schemaPath:"#/definitions/padding/enum",keyword:"enum",params:{allowedValues: schema14.enum},message:"must be equal to one of the allowed values",schema:schema14.enum,parentSchema:schema14,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema24 = {"title":"Dense","description":"Fully connected. `[inputs]` → `[units]`.","type":"object","additionalProperties":false,"required":["units"],"properties":{"units":{"description":"Outputs; `classes` stands for the number of classes of the data set.","type":["integer","string"],"if":{"type":"string"},"then":{"enum":["classes"]},"minimum":1,"maximum":1000000},"activation":{"$ref":"#/definitions/activation","default":"linear"},"use_bias":{"description":"Add a learned constant to each output.","type":"boolean","default":true},"kernel_initializer":{"description":"How the first weights are drawn: Keras' initializers, with its numbers.","$ref":"#/definitions/initializer","default":"glorot_uniform"},"bias_initializer":{"description":"The same of the constants.","$ref":"#/definitions/initializer","default":"zeros"},"trainable":{"$ref":"#/definitions/trainable","default":true}}};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.units === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "units"},message:"must have required property '"+"units"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "units") || (key0 === "activation")) || (key0 === "use_bias")) || (key0 === "kernel_initializer")) || (key0 === "bias_initializer")) || (key0 === "trainable"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.units !== undefined){
let data0 = data.units;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
const err2 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: schema24.properties.units.type},message:"must be integer,string",schema:schema24.properties.units.type,parentSchema:schema24.properties.units,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const _errs4 = errors;
let valid1 = true;
const _errs5 = errors;
if(typeof data0 !== "string"){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(!(data0 === "classes")){
const err4 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/then/enum",keyword:"enum",params:{allowedValues: schema24.properties.units.then.enum},message:"must be equal to one of the allowed values",schema:schema24.properties.units.then.enum,parentSchema:schema24.properties.units.then,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = _valid0;
}
if(!valid1){
const err5 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema24.properties.units.if,parentSchema:schema24.properties.units,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema24.properties.units,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema24.properties.units,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.activation !== undefined){
let data1 = data.activation;
if(!((((((((data1 === "linear") || (data1 === "relu")) || (data1 === "elu")) || (data1 === "selu")) || (data1 === "sigmoid")) || (data1 === "softmax")) || (data1 === "softplus")) || (data1 === "tanh"))){
const err8 = {instancePath:instancePath+"/activation",schemaPath:"#/definitions/activation/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values",schema:schema15.enum,parentSchema:schema15,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.use_bias !== undefined){
let data2 = data.use_bias;
if(typeof data2 !== "boolean"){
const err9 = {instancePath:instancePath+"/use_bias",schemaPath:"#/properties/use_bias/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.properties.use_bias.type,parentSchema:schema24.properties.use_bias,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.kernel_initializer !== undefined){
let data3 = data.kernel_initializer;
if(!(((((((((((data3 === "glorot_uniform") || (data3 === "glorot_normal")) || (data3 === "he_uniform")) || (data3 === "he_normal")) || (data3 === "lecun_uniform")) || (data3 === "lecun_normal")) || (data3 === "random_uniform")) || (data3 === "random_normal")) || (data3 === "truncated_normal")) || (data3 === "zeros")) || (data3 === "ones"))){
const err10 = {instancePath:instancePath+"/kernel_initializer",schemaPath:"#/definitions/initializer/enum",keyword:"enum",params:{allowedValues: schema16.enum},message:"must be equal to one of the allowed values",schema:schema16.enum,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.bias_initializer !== undefined){
let data4 = data.bias_initializer;
if(!(((((((((((data4 === "glorot_uniform") || (data4 === "glorot_normal")) || (data4 === "he_uniform")) || (data4 === "he_normal")) || (data4 === "lecun_uniform")) || (data4 === "lecun_normal")) || (data4 === "random_uniform")) || (data4 === "random_normal")) || (data4 === "truncated_normal")) || (data4 === "zeros")) || (data4 === "ones"))){
const err11 = {instancePath:instancePath+"/bias_initializer",schemaPath:"#/definitions/initializer/enum",keyword:"enum",params:{allowedValues: schema16.enum},message:"must be equal to one of the allowed values",schema:schema16.enum,parentSchema:schema16,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.trainable !== undefined){
let data5 = data.trainable;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/trainable",schemaPath:"#/definitions/trainable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema18.type,parentSchema:schema18,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const wrapper0 = {validate: validate11};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema12.type},message:"must be string,object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(typeof data !== "string"){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(!(((((((data === "flatten") || (data === "max_pooling2d")) || (data === "average_pooling2d")) || (data === "global_average_pooling2d")) || (data === "global_max_pooling2d")) || (data === "batch_normalization")) || (data === "dropout"))){
const err2 = {instancePath,schemaPath:"#/then/enum",keyword:"enum",params:{allowedValues: schema12.then.enum},message:"must be equal to one of the allowed values",schema:schema12.then.enum,parentSchema:schema12.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema12.if,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err4 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Object.keys(data).length < 1){
const err5 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.conv2d !== undefined){
if(!(validate12(data.conv2d, {instancePath:instancePath+"/conv2d",parentData:data,parentDataProperty:"conv2d",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.max_pooling2d !== undefined){
if(!(validate14(data.max_pooling2d, {instancePath:instancePath+"/max_pooling2d",parentData:data,parentDataProperty:"max_pooling2d",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.average_pooling2d !== undefined){
if(!(validate14(data.average_pooling2d, {instancePath:instancePath+"/average_pooling2d",parentData:data,parentDataProperty:"average_pooling2d",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.global_average_pooling2d !== undefined){
let data3 = data.global_average_pooling2d;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err7 = {instancePath:instancePath+"/global_average_pooling2d",schemaPath:"#/definitions/no_options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/global_average_pooling2d",schemaPath:"#/definitions/no_options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.global_max_pooling2d !== undefined){
let data4 = data.global_max_pooling2d;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
const err9 = {instancePath:instancePath+"/global_max_pooling2d",schemaPath:"#/definitions/no_options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/global_max_pooling2d",schemaPath:"#/definitions/no_options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.concatenate !== undefined){
let data5 = data.concatenate;
if(Array.isArray(data5)){
if(data5.length < 2){
const err11 = {instancePath:instancePath+"/concatenate",schemaPath:"#/properties/concatenate/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema12.properties.concatenate,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data5[i0], {instancePath:instancePath+"/concatenate/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/concatenate",schemaPath:"#/properties/concatenate/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.concatenate.type,parentSchema:schema12.properties.concatenate,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.flatten !== undefined){
let data7 = data.flatten;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
const err13 = {instancePath:instancePath+"/flatten",schemaPath:"#/definitions/no_options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/flatten",schemaPath:"#/definitions/no_options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.dense !== undefined){
if(!(validate17(data.dense, {instancePath:instancePath+"/dense",parentData:data,parentDataProperty:"dense",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.batch_normalization !== undefined){
let data9 = data.batch_normalization;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key4 in data9){
if(!(((((key4 === "momentum") || (key4 === "epsilon")) || (key4 === "center")) || (key4 === "scale")) || (key4 === "trainable"))){
const err15 = {instancePath:instancePath+"/batch_normalization",schemaPath:"#/definitions/batch_normalization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data9.momentum !== undefined){
let data10 = data9.momentum;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
const err16 = {instancePath:instancePath+"/batch_normalization/momentum",schemaPath:"#/definitions/batch_normalization/properties/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema29.properties.momentum,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data10 >= 1 || isNaN(data10)){
const err17 = {instancePath:instancePath+"/batch_normalization/momentum",schemaPath:"#/definitions/batch_normalization/properties/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema29.properties.momentum,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/batch_normalization/momentum",schemaPath:"#/definitions/batch_normalization/properties/momentum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema29.properties.momentum.type,parentSchema:schema29.properties.momentum,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data9.epsilon !== undefined){
let data11 = data9.epsilon;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 <= 0 || isNaN(data11)){
const err19 = {instancePath:instancePath+"/batch_normalization/epsilon",schemaPath:"#/definitions/batch_normalization/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema29.properties.epsilon,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/batch_normalization/epsilon",schemaPath:"#/definitions/batch_normalization/properties/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema29.properties.epsilon.type,parentSchema:schema29.properties.epsilon,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.center !== undefined){
let data12 = data9.center;
if(typeof data12 !== "boolean"){
const err21 = {instancePath:instancePath+"/batch_normalization/center",schemaPath:"#/definitions/batch_normalization/properties/center/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema29.properties.center.type,parentSchema:schema29.properties.center,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.scale !== undefined){
let data13 = data9.scale;
if(typeof data13 !== "boolean"){
const err22 = {instancePath:instancePath+"/batch_normalization/scale",schemaPath:"#/definitions/batch_normalization/properties/scale/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema29.properties.scale.type,parentSchema:schema29.properties.scale,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data9.trainable !== undefined){
let data14 = data9.trainable;
if(typeof data14 !== "boolean"){
const err23 = {instancePath:instancePath+"/batch_normalization/trainable",schemaPath:"#/definitions/batch_normalization/properties/trainable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema29.properties.trainable.type,parentSchema:schema29.properties.trainable,data:data14};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/batch_normalization",schemaPath:"#/definitions/batch_normalization/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.activation !== undefined){
let data15 = data.activation;
if(!((((((((data15 === "linear") || (data15 === "relu")) || (data15 === "elu")) || (data15 === "selu")) || (data15 === "sigmoid")) || (data15 === "softmax")) || (data15 === "softplus")) || (data15 === "tanh"))){
const err25 = {instancePath:instancePath+"/activation",schemaPath:"#/definitions/activation/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values",schema:schema15.enum,parentSchema:schema15,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.dropout !== undefined){
let data16 = data.dropout;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err26 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.dropout,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16 >= 1 || isNaN(data16)){
const err27 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema12.properties.dropout,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema12.properties.dropout.type,parentSchema:schema12.properties.dropout,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}

const schema31 = {"title":"Adagrad","description":"Adagrad: gradients divided by the root of the sum of all their squares so far.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradients divided by the root of the sum of all their squares so far.","const":"adagrad"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"initial_accumulator_value":{"description":"What the sums of squares begin with.","type":"number","minimum":0,"default":0.1},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};
const schema32 = {"description":"Step size.","type":"number","exclusiveMinimum":0,"maximum":1000};
const schema33 = {"description":"Keeps the divisor from zero.","type":"number","exclusiveMinimum":0};
const schema34 = {"description":"Before each update every trained weight, biases too, loses this share of itself times the learning rate.","type":"number","minimum":0};
const schema35 = {"description":"Gradients are clipped to -clipvalue..clipvalue, value by value. At most one of `clipvalue`, `clipnorm` and `global_clipnorm` may be given.","type":"number","exclusiveMinimum":0};
const schema36 = {"description":"The gradient of each weight tensor is shortened to this length (L2 norm).","type":"number","exclusiveMinimum":0};
const schema37 = {"description":"All gradients together are shortened to this length (L2 norm).","type":"number","exclusiveMinimum":0};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "learning_rate")) || (key0 === "initial_accumulator_value")) || (key0 === "epsilon")) || (key0 === "weight_decay")) || (key0 === "clipvalue")) || (key0 === "clipnorm")) || (key0 === "global_clipnorm"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("adagrad" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "adagrad"},message:"must be equal to constant",schema:"adagrad",parentSchema:schema31.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.initial_accumulator_value !== undefined){
let data2 = data.initial_accumulator_value;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/initial_accumulator_value",schemaPath:"#/properties/initial_accumulator_value/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.initial_accumulator_value,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/initial_accumulator_value",schemaPath:"#/properties/initial_accumulator_value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.initial_accumulator_value.type,parentSchema:schema31.properties.initial_accumulator_value,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data3 = data.epsilon;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data4 = data.weight_decay;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data5 = data.clipvalue;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 <= 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data6 = data.clipnorm;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 <= 0 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data7 = data.global_clipnorm;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

const schema38 = {"title":"Adam","description":"Adam: momentum and a step size of its own for each weight.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Momentum and a step size of its own for each weight.","const":"adam"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"amsgrad":{"$ref":"#/definitions/amsgrad","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};
const schema40 = {"description":"Decay of the mean of gradients.","type":"number","minimum":0,"exclusiveMaximum":1};
const schema41 = {"description":"Decay of the mean of squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1};
const schema43 = {"description":"Divide by the largest mean of squared gradients so far.","type":"boolean"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("adam" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "adam"},message:"must be equal to constant",schema:"adam",parentSchema:schema38.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.beta_1 !== undefined){
let data2 = data.beta_1;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema40.type,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.beta_2 !== undefined){
let data3 = data.beta_2;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema41.type,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data4 = data.epsilon;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 <= 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.amsgrad !== undefined){
let data5 = data.amsgrad;
if(typeof data5 !== "boolean"){
const err14 = {instancePath:instancePath+"/amsgrad",schemaPath:"#/definitions/amsgrad/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema43.type,parentSchema:schema43,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data6 = data.weight_decay;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data7 = data.clipvalue;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data8 = data.clipnorm;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data9 = data.global_clipnorm;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

const schema48 = {"title":"AdamW","description":"AdamW: Adam with weight decay.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Adam with weight decay.","const":"adamw"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"amsgrad":{"$ref":"#/definitions/amsgrad","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay","default":0.004},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema48.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("adamw" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "adamw"},message:"must be equal to constant",schema:"adamw",parentSchema:schema48.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.beta_1 !== undefined){
let data2 = data.beta_1;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema40.type,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.beta_2 !== undefined){
let data3 = data.beta_2;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema41.type,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data4 = data.epsilon;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 <= 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.amsgrad !== undefined){
let data5 = data.amsgrad;
if(typeof data5 !== "boolean"){
const err14 = {instancePath:instancePath+"/amsgrad",schemaPath:"#/definitions/amsgrad/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema43.type,parentSchema:schema43,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data6 = data.weight_decay;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data7 = data.clipvalue;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data8 = data.clipnorm;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data9 = data.global_clipnorm;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema58 = {"title":"Nadam","description":"Nadam: Adam with Nesterov's momentum, which Keras raises to beta_1 step by step (u_t = beta_1 (1 - 0.96^t / 2)). As in Keras 2.15's `fit`, the product of these momenta takes every step's once a weight, not once a step, so that its correction is over sooner than the paper's.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Adam with Nesterov's momentum.","const":"nadam"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"beta_1":{"$ref":"#/definitions/beta_1","default":0.9},"beta_2":{"$ref":"#/definitions/beta_2","default":0.999},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema58.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("nadam" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "nadam"},message:"must be equal to constant",schema:"nadam",parentSchema:schema58.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.beta_1 !== undefined){
let data2 = data.beta_1;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/beta_1",schemaPath:"#/definitions/beta_1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema40.type,parentSchema:schema40,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.beta_2 !== undefined){
let data3 = data.beta_2;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/beta_2",schemaPath:"#/definitions/beta_2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema41.type,parentSchema:schema41,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data4 = data.epsilon;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 <= 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data5 = data.weight_decay;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data6 = data.clipvalue;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 <= 0 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data7 = data.clipnorm;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data8 = data.global_clipnorm;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const schema67 = {"title":"RMSprop","description":"RMSprop: gradients divided by the root of their mean square.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradients divided by the root of their mean square.","const":"rmsprop"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.001},"rho":{"description":"Decay of the mean of squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"momentum":{"$ref":"#/definitions/momentum","default":0},"epsilon":{"$ref":"#/definitions/epsilon","default":1e-7},"centered":{"description":"Divide by the variance instead of the mean square.","type":"boolean","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};
const schema69 = {"description":"Share of the last step carried into the next.","type":"number","minimum":0,"exclusiveMaximum":1};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema67.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("rmsprop" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "rmsprop"},message:"must be equal to constant",schema:"rmsprop",parentSchema:schema67.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.rho !== undefined){
let data2 = data.rho;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema67.properties.rho,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema67.properties.rho,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema67.properties.rho.type,parentSchema:schema67.properties.rho,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.momentum !== undefined){
let data3 = data.momentum;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema69.type,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data4 = data.epsilon;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 <= 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/epsilon",schemaPath:"#/definitions/epsilon/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.centered !== undefined){
let data5 = data.centered;
if(typeof data5 !== "boolean"){
const err14 = {instancePath:instancePath+"/centered",schemaPath:"#/properties/centered/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema67.properties.centered.type,parentSchema:schema67.properties.centered,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data6 = data.weight_decay;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data7 = data.clipvalue;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data8 = data.clipnorm;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data9 = data.global_clipnorm;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema75 = {"title":"SGD","description":"Gradient descent, with momentum where asked for.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Gradient descent, with momentum where asked for.","const":"sgd"},"learning_rate":{"$ref":"#/definitions/learning_rate","default":0.01},"momentum":{"$ref":"#/definitions/momentum","default":0},"nesterov":{"description":"Nesterov's momentum.","type":"boolean","default":false},"weight_decay":{"$ref":"#/definitions/weight_decay"},"clipvalue":{"$ref":"#/definitions/clipvalue"},"clipnorm":{"$ref":"#/definitions/clipnorm"},"global_clipnorm":{"$ref":"#/definitions/global_clipnorm"}},"required":["name"]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema75.required,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "learning_rate")) || (key0 === "momentum")) || (key0 === "nesterov")) || (key0 === "weight_decay")) || (key0 === "clipvalue")) || (key0 === "clipnorm")) || (key0 === "global_clipnorm"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("sgd" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "sgd"},message:"must be equal to constant",schema:"sgd",parentSchema:schema75.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.learning_rate !== undefined){
let data1 = data.learning_rate;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/learning_rate",schemaPath:"#/definitions/learning_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.momentum !== undefined){
let data2 = data.momentum;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema69,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/momentum",schemaPath:"#/definitions/momentum/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema69.type,parentSchema:schema69,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nesterov !== undefined){
let data3 = data.nesterov;
if(typeof data3 !== "boolean"){
const err9 = {instancePath:instancePath+"/nesterov",schemaPath:"#/properties/nesterov/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema75.properties.nesterov.type,parentSchema:schema75.properties.nesterov,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.weight_decay !== undefined){
let data4 = data.weight_decay;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/weight_decay",schemaPath:"#/definitions/weight_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.clipvalue !== undefined){
let data5 = data.clipvalue;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 <= 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/clipvalue",schemaPath:"#/definitions/clipvalue/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema35.type,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.clipnorm !== undefined){
let data6 = data.clipnorm;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 <= 0 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/clipnorm",schemaPath:"#/definitions/clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.type,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.global_clipnorm !== undefined){
let data7 = data.global_clipnorm;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/global_clipnorm",schemaPath:"#/definitions/global_clipnorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.type,parentSchema:schema37,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema82 = {"title":"ConstantSchedule","description":"One rate throughout, after the warm-up if there is one.","type":"object","additionalProperties":false,"properties":{"name":{"description":"One rate throughout, after the warm-up if there is one.","const":"constant"},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};
const schema83 = {"description":"What the schedule's lengths are given in.","enum":["epochs","steps"]};
const schema84 = {"description":"Over this length the rate rises in a straight line, step by step; then the schedule begins.","type":"number","minimum":0};
const schema85 = {"description":"The share of the rate that the warm-up begins with; 0, Keras' usual choice, makes the very first step stand still.","type":"number","minimum":0,"exclusiveMaximum":1};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "unit")) || (key0 === "warmup")) || (key0 === "warmup_from"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("constant" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "constant"},message:"must be equal to constant",schema:"constant",parentSchema:schema82.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.unit !== undefined){
let data1 = data.unit;
if(!((data1 === "epochs") || (data1 === "steps"))){
const err3 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.warmup !== undefined){
let data2 = data.warmup;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data3 = data.warmup_from;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err6 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema82.type,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema86 = {"title":"CosineSchedule","description":"Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).","type":"object","additionalProperties":false,"properties":{"name":{"description":"Half a cosine wave from the full rate down to `alpha`'s share of it (Keras' CosineDecay).","const":"cosine"},"decay":{"description":"Length of the way down (Keras' decay_steps), in the schedule's unit. Default: all of the training behind the warm-up.","type":"number","exclusiveMinimum":0},"alpha":{"description":"The lowest rate, as a share of the optimizer's.","type":"number","minimum":0,"maximum":1,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "decay")) || (key0 === "alpha")) || (key0 === "unit")) || (key0 === "warmup")) || (key0 === "warmup_from"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("cosine" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "cosine"},message:"must be equal to constant",schema:"cosine",parentSchema:schema86.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.decay !== undefined){
let data1 = data.decay;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema86.properties.decay,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema86.properties.decay.type,parentSchema:schema86.properties.decay,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.alpha !== undefined){
let data2 = data.alpha;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema86.properties.alpha,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema86.properties.alpha,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema86.properties.alpha.type,parentSchema:schema86.properties.alpha,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.unit !== undefined){
let data3 = data.unit;
if(!((data3 === "epochs") || (data3 === "steps"))){
const err8 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.warmup !== undefined){
let data4 = data.warmup;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data5 = data.warmup_from;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 >= 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const schema90 = {"title":"ExponentialSchedule","description":"The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).","type":"object","additionalProperties":false,"properties":{"name":{"description":"The rate times decay_rate^(time / decay) (Keras' ExponentialDecay).","const":"exponential"},"decay":{"description":"How long it takes to multiply the rate by `decay_rate` once (Keras' decay_steps), in the schedule's unit.","type":"number","exclusiveMinimum":0,"default":1},"decay_rate":{"description":"What the rate is multiplied by after each `decay`.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.96},"staircase":{"description":"Multiply at once at the end of each `decay` instead of a little at every step.","type":"boolean","default":false},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema90.required,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "decay")) || (key0 === "decay_rate")) || (key0 === "staircase")) || (key0 === "unit")) || (key0 === "warmup")) || (key0 === "warmup_from"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("exponential" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "exponential"},message:"must be equal to constant",schema:"exponential",parentSchema:schema90.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.decay !== undefined){
let data1 = data.decay;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema90.properties.decay,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema90.properties.decay.type,parentSchema:schema90.properties.decay,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.decay_rate !== undefined){
let data2 = data.decay_rate;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/decay_rate",schemaPath:"#/properties/decay_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema90.properties.decay_rate,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 <= 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/decay_rate",schemaPath:"#/properties/decay_rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema90.properties.decay_rate,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/decay_rate",schemaPath:"#/properties/decay_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema90.properties.decay_rate.type,parentSchema:schema90.properties.decay_rate,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.staircase !== undefined){
let data3 = data.staircase;
if(typeof data3 !== "boolean"){
const err8 = {instancePath:instancePath+"/staircase",schemaPath:"#/properties/staircase/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema90.properties.staircase.type,parentSchema:schema90.properties.staircase,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.unit !== undefined){
let data4 = data.unit;
if(!((data4 === "epochs") || (data4 === "steps"))){
const err9 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.warmup !== undefined){
let data5 = data.warmup;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err10 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data6 = data.warmup_from;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6 >= 1 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema90.type,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema94 = {"title":"PlateauSchedule","description":"Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Lower the rate after epochs that brought no progress (Keras' ReduceLROnPlateau). Epochs of the warm-up do not count.","const":"plateau"},"monitor":{"description":"What should get better: a loss that falls, or an accuracy that rises.","enum":["val_loss","val_accuracy","loss","accuracy"],"default":"val_loss"},"factor":{"description":"What the rate is multiplied by.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"patience":{"description":"After how many epochs without progress.","type":"integer","minimum":0,"maximum":1000000,"default":10},"min_delta":{"description":"By how much an epoch must beat the best one to count as progress.","type":"number","minimum":0,"default":0.0001},"cooldown":{"description":"For how many epochs nothing is counted after the rate was lowered.","type":"integer","minimum":0,"maximum":1000000,"default":0},"min_lr":{"description":"The rate never falls below this.","type":"number","minimum":0,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema94.required,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema94.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("plateau" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "plateau"},message:"must be equal to constant",schema:"plateau",parentSchema:schema94.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.monitor !== undefined){
let data1 = data.monitor;
if(!((((data1 === "val_loss") || (data1 === "val_accuracy")) || (data1 === "loss")) || (data1 === "accuracy"))){
const err3 = {instancePath:instancePath+"/monitor",schemaPath:"#/properties/monitor/enum",keyword:"enum",params:{allowedValues: schema94.properties.monitor.enum},message:"must be equal to one of the allowed values",schema:schema94.properties.monitor.enum,parentSchema:schema94.properties.monitor,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.factor !== undefined){
let data2 = data.factor;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 >= 1 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema94.properties.factor,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 <= 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema94.properties.factor,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema94.properties.factor.type,parentSchema:schema94.properties.factor,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.patience !== undefined){
let data3 = data.patience;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.patience.type,parentSchema:schema94.properties.patience,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000000 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema94.properties.patience,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema94.properties.patience,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.min_delta !== undefined){
let data4 = data.min_delta;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/min_delta",schemaPath:"#/properties/min_delta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema94.properties.min_delta,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/min_delta",schemaPath:"#/properties/min_delta/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema94.properties.min_delta.type,parentSchema:schema94.properties.min_delta,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.cooldown !== undefined){
let data5 = data.cooldown;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.cooldown.type,parentSchema:schema94.properties.cooldown,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000000 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema94.properties.cooldown,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema94.properties.cooldown,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.min_lr !== undefined){
let data6 = data.min_lr;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/min_lr",schemaPath:"#/properties/min_lr/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema94.properties.min_lr,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/min_lr",schemaPath:"#/properties/min_lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema94.properties.min_lr.type,parentSchema:schema94.properties.min_lr,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.unit !== undefined){
let data7 = data.unit;
if(!((data7 === "epochs") || (data7 === "steps"))){
const err17 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.warmup !== undefined){
let data8 = data.warmup;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err18 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data9 = data.warmup_from;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data9 >= 1 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema94.type,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema98 = {"title":"SGDRSchedule","description":"Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.","type":"object","additionalProperties":false,"properties":{"name":{"description":"Cosine annealing with warm restarts (SGDR, Loshchilov and Hutter 2017; Keras' CosineDecayRestarts): half a cosine wave down, again and again from the top.","const":"sgdr"},"first_decay":{"description":"Length of the first cycle (Keras' first_decay_steps, the paper's T_0), in the schedule's unit.","type":"number","exclusiveMinimum":0,"default":10},"t_mul":{"description":"How many times as long as the one before each cycle is.","type":"number","minimum":1,"default":2},"m_mul":{"description":"How many times as high as the one before each cycle begins.","type":"number","exclusiveMinimum":0,"default":1},"alpha":{"description":"The lowest rate, as a share of the optimizer's.","type":"number","minimum":0,"maximum":1,"default":0},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema98.required,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "first_decay")) || (key0 === "t_mul")) || (key0 === "m_mul")) || (key0 === "alpha")) || (key0 === "unit")) || (key0 === "warmup")) || (key0 === "warmup_from"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("sgdr" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "sgdr"},message:"must be equal to constant",schema:"sgdr",parentSchema:schema98.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.first_decay !== undefined){
let data1 = data.first_decay;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/first_decay",schemaPath:"#/properties/first_decay/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema98.properties.first_decay,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/first_decay",schemaPath:"#/properties/first_decay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema98.properties.first_decay.type,parentSchema:schema98.properties.first_decay,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.t_mul !== undefined){
let data2 = data.t_mul;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/t_mul",schemaPath:"#/properties/t_mul/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema98.properties.t_mul,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/t_mul",schemaPath:"#/properties/t_mul/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema98.properties.t_mul.type,parentSchema:schema98.properties.t_mul,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.m_mul !== undefined){
let data3 = data.m_mul;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/m_mul",schemaPath:"#/properties/m_mul/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema98.properties.m_mul,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/m_mul",schemaPath:"#/properties/m_mul/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema98.properties.m_mul.type,parentSchema:schema98.properties.m_mul,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.alpha !== undefined){
let data4 = data.alpha;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema98.properties.alpha,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema98.properties.alpha,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/alpha",schemaPath:"#/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema98.properties.alpha.type,parentSchema:schema98.properties.alpha,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.unit !== undefined){
let data5 = data.unit;
if(!((data5 === "epochs") || (data5 === "steps"))){
const err12 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.warmup !== undefined){
let data6 = data.warmup;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data7 = data.warmup_from;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data7 >= 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema102 = {"title":"StepSchedule","description":"The rate falls at once, again and again: either `every` so often, or at `boundaries`.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The rate falls at once, again and again: either `every` so often, or at `boundaries`.","const":"step"},"every":{"description":"How long each rate is kept, in the schedule's unit.","type":"number","exclusiveMinimum":0},"boundaries":{"description":"After how many epochs the rate falls, each time counted from the end of the warm-up. With `unit: steps` as in Keras' PiecewiseConstantDecay: the number of the last step with the old rate, where steps count from 0.","type":"array","minItems":1,"items":{"type":"number","minimum":0}},"values":{"description":"The learning rates that hold after each of the `boundaries`, in place of a factor.","type":"array","minItems":1,"items":{"type":"number","exclusiveMinimum":0}},"factor":{"description":"What the rate is multiplied by each time it falls.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"unit":{"$ref":"#/definitions/schedule_unit","default":"epochs"},"warmup":{"$ref":"#/definitions/warmup","default":0},"warmup_from":{"$ref":"#/definitions/warmup_from","default":0}},"required":["name"]};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "every")) || (key0 === "boundaries")) || (key0 === "values")) || (key0 === "factor")) || (key0 === "unit")) || (key0 === "warmup")) || (key0 === "warmup_from"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if("step" !== data0){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/const",keyword:"const",params:{allowedValue: "step"},message:"must be equal to constant",schema:"step",parentSchema:schema102.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.every !== undefined){
let data1 = data.every;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema102.properties.every,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.every.type,parentSchema:schema102.properties.every,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.boundaries !== undefined){
let data2 = data.boundaries;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/boundaries",schemaPath:"#/properties/boundaries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema102.properties.boundaries,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err6 = {instancePath:instancePath+"/boundaries/" + i0,schemaPath:"#/properties/boundaries/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.boundaries.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/boundaries/" + i0,schemaPath:"#/properties/boundaries/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.boundaries.items.type,parentSchema:schema102.properties.boundaries.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/boundaries",schemaPath:"#/properties/boundaries/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema102.properties.boundaries.type,parentSchema:schema102.properties.boundaries,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.values !== undefined){
let data4 = data.values;
if(Array.isArray(data4)){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema102.properties.values,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 <= 0 || isNaN(data5)){
const err10 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/properties/values/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema102.properties.values.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/properties/values/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.values.items.type,parentSchema:schema102.properties.values.items,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema102.properties.values.type,parentSchema:schema102.properties.values,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.factor !== undefined){
let data6 = data.factor;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 >= 1 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema102.properties.factor,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data6 <= 0 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema102.properties.factor,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.factor.type,parentSchema:schema102.properties.factor,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.unit !== undefined){
let data7 = data.unit;
if(!((data7 === "epochs") || (data7 === "steps"))){
const err16 = {instancePath:instancePath+"/unit",schemaPath:"#/definitions/schedule_unit/enum",keyword:"enum",params:{allowedValues: schema83.enum},message:"must be equal to one of the allowed values",schema:schema83.enum,parentSchema:schema83,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.warmup !== undefined){
let data8 = data.warmup;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err17 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/warmup",schemaPath:"#/definitions/warmup/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.type,parentSchema:schema84,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.warmup_from !== undefined){
let data9 = data.warmup_from;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 >= 1 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/warmup_from",schemaPath:"#/definitions/warmup_from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema85.type,parentSchema:schema85,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.model === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.extends !== undefined){
let data0 = data.extends;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.extends,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.extends.type,parentSchema:schema11.properties.extends,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._=\\-]{0,99}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._=\\-]{0,99}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._=\\-]{0,99}$",parentSchema:schema11.properties.name,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.dataset !== undefined){
let data3 = data.dataset;
if((typeof data3 !== "string") && (!(data3 && typeof data3 == "object" && !Array.isArray(data3)))){
const err8 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: schema11.properties.dataset.type},message:"must be string,object",schema:schema11.properties.dataset.type,parentSchema:schema11.properties.dataset,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const _errs10 = errors;
let valid1 = true;
const _errs11 = errors;
if(typeof data3 !== "string"){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs11 === errors;
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs13 = errors;
if(!((data3 === "trashnet") || (data3 === "drawn-litter"))){
const err10 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/then/enum",keyword:"enum",params:{allowedValues: schema11.properties.dataset.then.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.dataset.then.enum,parentSchema:schema11.properties.dataset.then,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema11.properties.dataset.if,parentSchema:schema11.properties.dataset,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "path") || (key1 === "csv")) || (key1 === "classes"))){
const err12 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.dataset,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.path !== undefined){
let data4 = data3.path;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err13 = {instancePath:instancePath+"/dataset/path",schemaPath:"#/properties/dataset/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.dataset.properties.path,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/dataset/path",schemaPath:"#/properties/dataset/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.dataset.properties.path.type,parentSchema:schema11.properties.dataset.properties.path,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.csv !== undefined){
let data5 = data3.csv;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err15 = {instancePath:instancePath+"/dataset/csv",schemaPath:"#/properties/dataset/properties/csv/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.dataset.properties.csv,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/dataset/csv",schemaPath:"#/properties/dataset/properties/csv/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.dataset.properties.csv.type,parentSchema:schema11.properties.dataset.properties.csv,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.classes !== undefined){
let data6 = data3.classes;
if(Array.isArray(data6)){
if(data6.length < 2){
const err17 = {instancePath:instancePath+"/dataset/classes",schemaPath:"#/properties/dataset/properties/classes/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema11.properties.dataset.properties.classes,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(func3(data7) < 1){
const err18 = {instancePath:instancePath+"/dataset/classes/" + i0,schemaPath:"#/properties/dataset/properties/classes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.dataset.properties.classes.items,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/dataset/classes/" + i0,schemaPath:"#/properties/dataset/properties/classes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.dataset.properties.classes.items.type,parentSchema:schema11.properties.dataset.properties.classes.items,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
let i1 = data6.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data6[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err20 = {instancePath:instancePath+"/dataset/classes",schemaPath:"#/properties/dataset/properties/classes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema11.properties.dataset.properties.classes,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err21 = {instancePath:instancePath+"/dataset/classes",schemaPath:"#/properties/dataset/properties/classes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.dataset.properties.classes.type,parentSchema:schema11.properties.dataset.properties.classes,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.image_size !== undefined){
let data8 = data.image_size;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err22 = {instancePath:instancePath+"/image_size",schemaPath:"#/properties/image_size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.image_size.type,parentSchema:schema11.properties.image_size,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4096 || isNaN(data8)){
const err23 = {instancePath:instancePath+"/image_size",schemaPath:"#/properties/image_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.image_size,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/image_size",schemaPath:"#/properties/image_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.image_size,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.interpolation !== undefined){
let data9 = data.interpolation;
if(!((((((data9 === "nearest") || (data9 === "bilinear")) || (data9 === "bicubic")) || (data9 === "box")) || (data9 === "hamming")) || (data9 === "lanczos"))){
const err25 = {instancePath:instancePath+"/interpolation",schemaPath:"#/properties/interpolation/enum",keyword:"enum",params:{allowedValues: schema11.properties.interpolation.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.interpolation.enum,parentSchema:schema11.properties.interpolation,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.preprocess !== undefined){
let data10 = data.preprocess;
if(!(((((data10 === "unit") || (data10 === "tf")) || (data10 === "torch")) || (data10 === "caffe")) || (data10 === "none"))){
const err26 = {instancePath:instancePath+"/preprocess",schemaPath:"#/properties/preprocess/enum",keyword:"enum",params:{allowedValues: schema11.properties.preprocess.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.preprocess.enum,parentSchema:schema11.properties.preprocess,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.split !== undefined){
let data11 = data.split;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
if(!(((((key2 === "method") || (key2 === "validation")) || (key2 === "folds")) || (key2 === "fold")) || (key2 === "seed"))){
const err27 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.split,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.method !== undefined){
let data12 = data11.method;
if(!(((data12 === "keras") || (data12 === "stratified")) || (data12 === "kfold"))){
const err28 = {instancePath:instancePath+"/split/method",schemaPath:"#/properties/split/properties/method/enum",keyword:"enum",params:{allowedValues: schema11.properties.split.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.split.properties.method.enum,parentSchema:schema11.properties.split.properties.method,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.validation !== undefined){
let data13 = data11.validation;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 >= 1 || isNaN(data13)){
const err29 = {instancePath:instancePath+"/split/validation",schemaPath:"#/properties/split/properties/validation/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema11.properties.split.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data13 <= 0 || isNaN(data13)){
const err30 = {instancePath:instancePath+"/split/validation",schemaPath:"#/properties/split/properties/validation/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema11.properties.split.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/split/validation",schemaPath:"#/properties/split/properties/validation/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.split.properties.validation.type,parentSchema:schema11.properties.split.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.folds !== undefined){
let data14 = data11.folds;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err32 = {instancePath:instancePath+"/split/folds",schemaPath:"#/properties/split/properties/folds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.split.properties.folds.type,parentSchema:schema11.properties.split.properties.folds,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1000 || isNaN(data14)){
const err33 = {instancePath:instancePath+"/split/folds",schemaPath:"#/properties/split/properties/folds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.split.properties.folds,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data14 < 2 || isNaN(data14)){
const err34 = {instancePath:instancePath+"/split/folds",schemaPath:"#/properties/split/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema11.properties.split.properties.folds,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data11.fold !== undefined){
let data15 = data11.fold;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err35 = {instancePath:instancePath+"/split/fold",schemaPath:"#/properties/split/properties/fold/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.split.properties.fold.type,parentSchema:schema11.properties.split.properties.fold,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 999 || isNaN(data15)){
const err36 = {instancePath:instancePath+"/split/fold",schemaPath:"#/properties/split/properties/fold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999},message:"must be <= 999",schema:999,parentSchema:schema11.properties.split.properties.fold,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err37 = {instancePath:instancePath+"/split/fold",schemaPath:"#/properties/split/properties/fold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.split.properties.fold,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data11.seed !== undefined){
let data16 = data11.seed;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err38 = {instancePath:instancePath+"/split/seed",schemaPath:"#/properties/split/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.split.properties.seed.type,parentSchema:schema11.properties.split.properties.seed,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 2147483647 || isNaN(data16)){
const err39 = {instancePath:instancePath+"/split/seed",schemaPath:"#/properties/split/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema11.properties.split.properties.seed,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err40 = {instancePath:instancePath+"/split/seed",schemaPath:"#/properties/split/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.split.properties.seed,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
else {
const err41 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.split.type,parentSchema:schema11.properties.split,data:data11};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.augment !== undefined){
let data17 = data.augment;
if((typeof data17 !== "string") && (!(data17 && typeof data17 == "object" && !Array.isArray(data17)))){
const err42 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/type",keyword:"type",params:{type: schema11.properties.augment.type},message:"must be string,object",schema:schema11.properties.augment.type,parentSchema:schema11.properties.augment,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const _errs41 = errors;
let valid7 = true;
const _errs42 = errors;
if(typeof data17 !== "string"){
const err43 = {};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid1 = _errs42 === errors;
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs44 = errors;
if(!(data17 === "none")){
const err44 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/then/enum",keyword:"enum",params:{allowedValues: schema11.properties.augment.then.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.augment.then.enum,parentSchema:schema11.properties.augment.then,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid1 = _errs44 === errors;
valid7 = _valid1;
}
if(!valid7){
const err45 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema11.properties.augment.if,parentSchema:schema11.properties.augment,data:data17};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key3 in data17){
if(!(func2.call(schema11.properties.augment.properties, key3))){
const err46 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.augment,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data17.horizontal_flip !== undefined){
let data18 = data17.horizontal_flip;
if(typeof data18 !== "boolean"){
const err47 = {instancePath:instancePath+"/augment/horizontal_flip",schemaPath:"#/properties/augment/properties/horizontal_flip/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.augment.properties.horizontal_flip.type,parentSchema:schema11.properties.augment.properties.horizontal_flip,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data17.vertical_flip !== undefined){
let data19 = data17.vertical_flip;
if(typeof data19 !== "boolean"){
const err48 = {instancePath:instancePath+"/augment/vertical_flip",schemaPath:"#/properties/augment/properties/vertical_flip/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.augment.properties.vertical_flip.type,parentSchema:schema11.properties.augment.properties.vertical_flip,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data17.rotation_range !== undefined){
let data20 = data17.rotation_range;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 180 || isNaN(data20)){
const err49 = {instancePath:instancePath+"/augment/rotation_range",schemaPath:"#/properties/augment/properties/rotation_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180},message:"must be <= 180",schema:180,parentSchema:schema11.properties.augment.properties.rotation_range,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err50 = {instancePath:instancePath+"/augment/rotation_range",schemaPath:"#/properties/augment/properties/rotation_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.rotation_range,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/augment/rotation_range",schemaPath:"#/properties/augment/properties/rotation_range/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.rotation_range.type,parentSchema:schema11.properties.augment.properties.rotation_range,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data17.width_shift_range !== undefined){
let data21 = data17.width_shift_range;
if((!((typeof data21 == "number") && (isFinite(data21)))) && (!(Array.isArray(data21)))){
const err52 = {instancePath:instancePath+"/augment/width_shift_range",schemaPath:"#/properties/augment/properties/width_shift_range/type",keyword:"type",params:{type: schema11.properties.augment.properties.width_shift_range.type},message:"must be number,array",schema:schema11.properties.augment.properties.width_shift_range.type,parentSchema:schema11.properties.augment.properties.width_shift_range,data:data21};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 4096 || isNaN(data21)){
const err53 = {instancePath:instancePath+"/augment/width_shift_range",schemaPath:"#/properties/augment/properties/width_shift_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.augment.properties.width_shift_range,data:data21};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err54 = {instancePath:instancePath+"/augment/width_shift_range",schemaPath:"#/properties/augment/properties/width_shift_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.width_shift_range,data:data21};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(Array.isArray(data21)){
if(data21.length < 1){
const err55 = {instancePath:instancePath+"/augment/width_shift_range",schemaPath:"#/properties/augment/properties/width_shift_range/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.augment.properties.width_shift_range,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 4096 || isNaN(data22)){
const err56 = {instancePath:instancePath+"/augment/width_shift_range/" + i2,schemaPath:"#/properties/augment/properties/width_shift_range/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.augment.properties.width_shift_range.items,data:data22};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data22 < -4096 || isNaN(data22)){
const err57 = {instancePath:instancePath+"/augment/width_shift_range/" + i2,schemaPath:"#/properties/augment/properties/width_shift_range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: -4096},message:"must be >= -4096",schema:-4096,parentSchema:schema11.properties.augment.properties.width_shift_range.items,data:data22};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/augment/width_shift_range/" + i2,schemaPath:"#/properties/augment/properties/width_shift_range/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.width_shift_range.items.type,parentSchema:schema11.properties.augment.properties.width_shift_range.items,data:data22};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
}
if(data17.height_shift_range !== undefined){
let data23 = data17.height_shift_range;
if((!((typeof data23 == "number") && (isFinite(data23)))) && (!(Array.isArray(data23)))){
const err59 = {instancePath:instancePath+"/augment/height_shift_range",schemaPath:"#/properties/augment/properties/height_shift_range/type",keyword:"type",params:{type: schema11.properties.augment.properties.height_shift_range.type},message:"must be number,array",schema:schema11.properties.augment.properties.height_shift_range.type,parentSchema:schema11.properties.augment.properties.height_shift_range,data:data23};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 4096 || isNaN(data23)){
const err60 = {instancePath:instancePath+"/augment/height_shift_range",schemaPath:"#/properties/augment/properties/height_shift_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.augment.properties.height_shift_range,data:data23};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err61 = {instancePath:instancePath+"/augment/height_shift_range",schemaPath:"#/properties/augment/properties/height_shift_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.height_shift_range,data:data23};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(Array.isArray(data23)){
if(data23.length < 1){
const err62 = {instancePath:instancePath+"/augment/height_shift_range",schemaPath:"#/properties/augment/properties/height_shift_range/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.augment.properties.height_shift_range,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len2 = data23.length;
for(let i3=0; i3<len2; i3++){
let data24 = data23[i3];
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 4096 || isNaN(data24)){
const err63 = {instancePath:instancePath+"/augment/height_shift_range/" + i3,schemaPath:"#/properties/augment/properties/height_shift_range/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.augment.properties.height_shift_range.items,data:data24};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data24 < -4096 || isNaN(data24)){
const err64 = {instancePath:instancePath+"/augment/height_shift_range/" + i3,schemaPath:"#/properties/augment/properties/height_shift_range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: -4096},message:"must be >= -4096",schema:-4096,parentSchema:schema11.properties.augment.properties.height_shift_range.items,data:data24};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/augment/height_shift_range/" + i3,schemaPath:"#/properties/augment/properties/height_shift_range/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.height_shift_range.items.type,parentSchema:schema11.properties.augment.properties.height_shift_range.items,data:data24};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
if(data17.shear_range !== undefined){
let data25 = data17.shear_range;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 89 || isNaN(data25)){
const err66 = {instancePath:instancePath+"/augment/shear_range",schemaPath:"#/properties/augment/properties/shear_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 89},message:"must be <= 89",schema:89,parentSchema:schema11.properties.augment.properties.shear_range,data:data25};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err67 = {instancePath:instancePath+"/augment/shear_range",schemaPath:"#/properties/augment/properties/shear_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.shear_range,data:data25};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/augment/shear_range",schemaPath:"#/properties/augment/properties/shear_range/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.shear_range.type,parentSchema:schema11.properties.augment.properties.shear_range,data:data25};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data17.zoom_range !== undefined){
let data26 = data17.zoom_range;
if((!((typeof data26 == "number") && (isFinite(data26)))) && (!(Array.isArray(data26)))){
const err69 = {instancePath:instancePath+"/augment/zoom_range",schemaPath:"#/properties/augment/properties/zoom_range/type",keyword:"type",params:{type: schema11.properties.augment.properties.zoom_range.type},message:"must be number,array",schema:schema11.properties.augment.properties.zoom_range.type,parentSchema:schema11.properties.augment.properties.zoom_range,data:data26};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err70 = {instancePath:instancePath+"/augment/zoom_range",schemaPath:"#/properties/augment/properties/zoom_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.zoom_range,data:data26};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data26 >= 1 || isNaN(data26)){
const err71 = {instancePath:instancePath+"/augment/zoom_range",schemaPath:"#/properties/augment/properties/zoom_range/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema11.properties.augment.properties.zoom_range,data:data26};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(Array.isArray(data26)){
if(data26.length > 2){
const err72 = {instancePath:instancePath+"/augment/zoom_range",schemaPath:"#/properties/augment/properties/zoom_range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.zoom_range,data:data26};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data26.length < 2){
const err73 = {instancePath:instancePath+"/augment/zoom_range",schemaPath:"#/properties/augment/properties/zoom_range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.zoom_range,data:data26};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
const len3 = data26.length;
for(let i4=0; i4<len3; i4++){
let data27 = data26[i4];
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 100 || isNaN(data27)){
const err74 = {instancePath:instancePath+"/augment/zoom_range/" + i4,schemaPath:"#/properties/augment/properties/zoom_range/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema11.properties.augment.properties.zoom_range.items,data:data27};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data27 <= 0 || isNaN(data27)){
const err75 = {instancePath:instancePath+"/augment/zoom_range/" + i4,schemaPath:"#/properties/augment/properties/zoom_range/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema11.properties.augment.properties.zoom_range.items,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/augment/zoom_range/" + i4,schemaPath:"#/properties/augment/properties/zoom_range/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.zoom_range.items.type,parentSchema:schema11.properties.augment.properties.zoom_range.items,data:data27};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
}
if(data17.channel_shift_range !== undefined){
let data28 = data17.channel_shift_range;
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 255 || isNaN(data28)){
const err77 = {instancePath:instancePath+"/augment/channel_shift_range",schemaPath:"#/properties/augment/properties/channel_shift_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema11.properties.augment.properties.channel_shift_range,data:data28};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data28 < 0 || isNaN(data28)){
const err78 = {instancePath:instancePath+"/augment/channel_shift_range",schemaPath:"#/properties/augment/properties/channel_shift_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.channel_shift_range,data:data28};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/augment/channel_shift_range",schemaPath:"#/properties/augment/properties/channel_shift_range/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.channel_shift_range.type,parentSchema:schema11.properties.augment.properties.channel_shift_range,data:data28};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data17.brightness_range !== undefined){
let data29 = data17.brightness_range;
if(Array.isArray(data29)){
if(data29.length > 2){
const err80 = {instancePath:instancePath+"/augment/brightness_range",schemaPath:"#/properties/augment/properties/brightness_range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.brightness_range,data:data29};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data29.length < 2){
const err81 = {instancePath:instancePath+"/augment/brightness_range",schemaPath:"#/properties/augment/properties/brightness_range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.brightness_range,data:data29};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
const len4 = data29.length;
for(let i5=0; i5<len4; i5++){
let data30 = data29[i5];
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 100 || isNaN(data30)){
const err82 = {instancePath:instancePath+"/augment/brightness_range/" + i5,schemaPath:"#/properties/augment/properties/brightness_range/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema11.properties.augment.properties.brightness_range.items,data:data30};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data30 < 0 || isNaN(data30)){
const err83 = {instancePath:instancePath+"/augment/brightness_range/" + i5,schemaPath:"#/properties/augment/properties/brightness_range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.brightness_range.items,data:data30};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/augment/brightness_range/" + i5,schemaPath:"#/properties/augment/properties/brightness_range/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.brightness_range.items.type,parentSchema:schema11.properties.augment.properties.brightness_range.items,data:data30};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/augment/brightness_range",schemaPath:"#/properties/augment/properties/brightness_range/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.augment.properties.brightness_range.type,parentSchema:schema11.properties.augment.properties.brightness_range,data:data29};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data17.random_crop !== undefined){
let data31 = data17.random_crop;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key4 in data31){
if(!((key4 === "scale") || (key4 === "ratio"))){
const err86 = {instancePath:instancePath+"/augment/random_crop",schemaPath:"#/properties/augment/properties/random_crop/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.augment.properties.random_crop,data:data31};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data31.scale !== undefined){
let data32 = data31.scale;
if(Array.isArray(data32)){
if(data32.length > 2){
const err87 = {instancePath:instancePath+"/augment/random_crop/scale",schemaPath:"#/properties/augment/properties/random_crop/properties/scale/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale,data:data32};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data32.length < 2){
const err88 = {instancePath:instancePath+"/augment/random_crop/scale",schemaPath:"#/properties/augment/properties/random_crop/properties/scale/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale,data:data32};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
const len5 = data32.length;
for(let i6=0; i6<len5; i6++){
let data33 = data32[i6];
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1 || isNaN(data33)){
const err89 = {instancePath:instancePath+"/augment/random_crop/scale/" + i6,schemaPath:"#/properties/augment/properties/random_crop/properties/scale/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale.items,data:data33};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data33 <= 0 || isNaN(data33)){
const err90 = {instancePath:instancePath+"/augment/random_crop/scale/" + i6,schemaPath:"#/properties/augment/properties/random_crop/properties/scale/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale.items,data:data33};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/augment/random_crop/scale/" + i6,schemaPath:"#/properties/augment/properties/random_crop/properties/scale/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.random_crop.properties.scale.items.type,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale.items,data:data33};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/augment/random_crop/scale",schemaPath:"#/properties/augment/properties/random_crop/properties/scale/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.augment.properties.random_crop.properties.scale.type,parentSchema:schema11.properties.augment.properties.random_crop.properties.scale,data:data32};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data31.ratio !== undefined){
let data34 = data31.ratio;
if(Array.isArray(data34)){
if(data34.length > 2){
const err93 = {instancePath:instancePath+"/augment/random_crop/ratio",schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio,data:data34};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data34.length < 2){
const err94 = {instancePath:instancePath+"/augment/random_crop/ratio",schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio,data:data34};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
const len6 = data34.length;
for(let i7=0; i7<len6; i7++){
let data35 = data34[i7];
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 100 || isNaN(data35)){
const err95 = {instancePath:instancePath+"/augment/random_crop/ratio/" + i7,schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio.items,data:data35};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data35 < 0.01 || isNaN(data35)){
const err96 = {instancePath:instancePath+"/augment/random_crop/ratio/" + i7,schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.01},message:"must be >= 0.01",schema:0.01,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio.items,data:data35};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/augment/random_crop/ratio/" + i7,schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.random_crop.properties.ratio.items.type,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio.items,data:data35};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/augment/random_crop/ratio",schemaPath:"#/properties/augment/properties/random_crop/properties/ratio/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.augment.properties.random_crop.properties.ratio.type,parentSchema:schema11.properties.augment.properties.random_crop.properties.ratio,data:data34};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/augment/random_crop",schemaPath:"#/properties/augment/properties/random_crop/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.augment.properties.random_crop.type,parentSchema:schema11.properties.augment.properties.random_crop,data:data31};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data17.perspective_range !== undefined){
let data36 = data17.perspective_range;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 0.6 || isNaN(data36)){
const err100 = {instancePath:instancePath+"/augment/perspective_range",schemaPath:"#/properties/augment/properties/perspective_range/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.6},message:"must be <= 0.6",schema:0.6,parentSchema:schema11.properties.augment.properties.perspective_range,data:data36};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err101 = {instancePath:instancePath+"/augment/perspective_range",schemaPath:"#/properties/augment/properties/perspective_range/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.perspective_range,data:data36};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/augment/perspective_range",schemaPath:"#/properties/augment/properties/perspective_range/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.perspective_range.type,parentSchema:schema11.properties.augment.properties.perspective_range,data:data36};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data17.cutout !== undefined){
let data37 = data17.cutout;
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 1 || isNaN(data37)){
const err103 = {instancePath:instancePath+"/augment/cutout",schemaPath:"#/properties/augment/properties/cutout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema11.properties.augment.properties.cutout,data:data37};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err104 = {instancePath:instancePath+"/augment/cutout",schemaPath:"#/properties/augment/properties/cutout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.cutout,data:data37};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/augment/cutout",schemaPath:"#/properties/augment/properties/cutout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.cutout.type,parentSchema:schema11.properties.augment.properties.cutout,data:data37};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data17.fill_mode !== undefined){
let data38 = data17.fill_mode;
if(!((((data38 === "nearest") || (data38 === "constant")) || (data38 === "reflect")) || (data38 === "wrap"))){
const err106 = {instancePath:instancePath+"/augment/fill_mode",schemaPath:"#/properties/augment/properties/fill_mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.augment.properties.fill_mode.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.augment.properties.fill_mode.enum,parentSchema:schema11.properties.augment.properties.fill_mode,data:data38};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data17.cval !== undefined){
let data39 = data17.cval;
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 255 || isNaN(data39)){
const err107 = {instancePath:instancePath+"/augment/cval",schemaPath:"#/properties/augment/properties/cval/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema11.properties.augment.properties.cval,data:data39};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data39 < 0 || isNaN(data39)){
const err108 = {instancePath:instancePath+"/augment/cval",schemaPath:"#/properties/augment/properties/cval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.augment.properties.cval,data:data39};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/augment/cval",schemaPath:"#/properties/augment/properties/cval/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.augment.properties.cval.type,parentSchema:schema11.properties.augment.properties.cval,data:data39};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
if(data.model !== undefined){
let data40 = data.model;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.layers === undefined){
const err110 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/required",keyword:"required",params:{missingProperty: "layers"},message:"must have required property '"+"layers"+"'",schema:schema11.properties.model.required,parentSchema:schema11.properties.model,data:data40};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
for(const key5 in data40){
if(!((key5 === "backbone") || (key5 === "layers"))){
const err111 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.model,data:data40};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data40.backbone !== undefined){
let data41 = data40.backbone;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.name === undefined){
const err112 = {instancePath:instancePath+"/model/backbone",schemaPath:"#/properties/model/properties/backbone/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.properties.model.properties.backbone.required,parentSchema:schema11.properties.model.properties.backbone,data:data41};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key6 in data41){
if(!(((key6 === "name") || (key6 === "weights")) || (key6 === "trainable"))){
const err113 = {instancePath:instancePath+"/model/backbone",schemaPath:"#/properties/model/properties/backbone/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.model.properties.backbone,data:data41};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data41.name !== undefined){
let data42 = data41.name;
if(!(((((data42 === "efficientnet_b0") || (data42 === "efficientnet_b5")) || (data42 === "inception_v3")) || (data42 === "mobilenet_v2")) || (data42 === "resnet50"))){
const err114 = {instancePath:instancePath+"/model/backbone/name",schemaPath:"#/properties/model/properties/backbone/properties/name/enum",keyword:"enum",params:{allowedValues: schema11.properties.model.properties.backbone.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.model.properties.backbone.properties.name.enum,parentSchema:schema11.properties.model.properties.backbone.properties.name,data:data42};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data41.weights !== undefined){
let data43 = data41.weights;
if(typeof data43 === "string"){
if(!pattern1.test(data43)){
const err115 = {instancePath:instancePath+"/model/backbone/weights",schemaPath:"#/properties/model/properties/backbone/properties/weights/pattern",keyword:"pattern",params:{pattern: "^(imagenet|none|.*\\.(h5|hdf5|json))$"},message:"must match pattern \""+"^(imagenet|none|.*\\.(h5|hdf5|json))$"+"\"",schema:"^(imagenet|none|.*\\.(h5|hdf5|json))$",parentSchema:schema11.properties.model.properties.backbone.properties.weights,data:data43};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/model/backbone/weights",schemaPath:"#/properties/model/properties/backbone/properties/weights/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.model.properties.backbone.properties.weights.type,parentSchema:schema11.properties.model.properties.backbone.properties.weights,data:data43};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data41.trainable !== undefined){
let data44 = data41.trainable;
if((typeof data44 !== "boolean") && (typeof data44 !== "string")){
const err117 = {instancePath:instancePath+"/model/backbone/trainable",schemaPath:"#/properties/model/properties/backbone/properties/trainable/type",keyword:"type",params:{type: schema11.properties.model.properties.backbone.properties.trainable.type},message:"must be boolean,string",schema:schema11.properties.model.properties.backbone.properties.trainable.type,parentSchema:schema11.properties.model.properties.backbone.properties.trainable,data:data44};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/model/backbone",schemaPath:"#/properties/model/properties/backbone/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.model.properties.backbone.type,parentSchema:schema11.properties.model.properties.backbone,data:data41};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data40.layers !== undefined){
let data45 = data40.layers;
if(Array.isArray(data45)){
if(data45.length < 1){
const err119 = {instancePath:instancePath+"/model/layers",schemaPath:"#/properties/model/properties/layers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.model.properties.layers,data:data45};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
const len7 = data45.length;
for(let i8=0; i8<len7; i8++){
if(!(validate11(data45[i8], {instancePath:instancePath+"/model/layers/" + i8,parentData:data45,parentDataProperty:i8,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err120 = {instancePath:instancePath+"/model/layers",schemaPath:"#/properties/model/properties/layers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.model.properties.layers.type,parentSchema:schema11.properties.model.properties.layers,data:data45};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.model.type,parentSchema:schema11.properties.model,data:data40};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data.features !== undefined){
let data47 = data.features;
if((typeof data47 !== "string") && (!(data47 && typeof data47 == "object" && !Array.isArray(data47)))){
const err122 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: schema11.properties.features.type},message:"must be string,object",schema:schema11.properties.features.type,parentSchema:schema11.properties.features,data:data47};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
const _errs106 = errors;
let valid26 = true;
const _errs107 = errors;
if(typeof data47 !== "string"){
const err123 = {};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
var _valid2 = _errs107 === errors;
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs109 = errors;
if(!(data47 === "exact")){
const err124 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/then/enum",keyword:"enum",params:{allowedValues: schema11.properties.features.then.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.features.then.enum,parentSchema:schema11.properties.features.then,data:data47};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
var _valid2 = _errs109 === errors;
valid26 = _valid2;
}
if(!valid26){
const err125 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema11.properties.features.if,parentSchema:schema11.properties.features,data:data47};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.views === undefined){
const err126 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/required",keyword:"required",params:{missingProperty: "views"},message:"must have required property '"+"views"+"'",schema:schema11.properties.features.required,parentSchema:schema11.properties.features,data:data47};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key7 in data47){
if(!(key7 === "views")){
const err127 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.features,data:data47};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data47.views !== undefined){
let data48 = data47.views;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err128 = {instancePath:instancePath+"/features/views",schemaPath:"#/properties/features/properties/views/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.features.properties.views.type,parentSchema:schema11.properties.features.properties.views,data:data48};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 10000 || isNaN(data48)){
const err129 = {instancePath:instancePath+"/features/views",schemaPath:"#/properties/features/properties/views/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema11.properties.features.properties.views,data:data48};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data48 < 1 || isNaN(data48)){
const err130 = {instancePath:instancePath+"/features/views",schemaPath:"#/properties/features/properties/views/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.features.properties.views,data:data48};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
}
}
if(data.dropout !== undefined){
let data49 = data.dropout;
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
const err131 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.dropout,data:data49};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data49 >= 1 || isNaN(data49)){
const err132 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema11.properties.dropout,data:data49};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/dropout",schemaPath:"#/properties/dropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.dropout.type,parentSchema:schema11.properties.dropout,data:data49};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data.loss !== undefined){
let data50 = data.loss;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key8 in data50){
if(!(key8 === "label_smoothing")){
const err134 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.loss,data:data50};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data50.label_smoothing !== undefined){
let data51 = data50.label_smoothing;
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 < 0 || isNaN(data51)){
const err135 = {instancePath:instancePath+"/loss/label_smoothing",schemaPath:"#/properties/loss/properties/label_smoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.loss.properties.label_smoothing,data:data51};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(data51 >= 1 || isNaN(data51)){
const err136 = {instancePath:instancePath+"/loss/label_smoothing",schemaPath:"#/properties/loss/properties/label_smoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema11.properties.loss.properties.label_smoothing,data:data51};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/loss/label_smoothing",schemaPath:"#/properties/loss/properties/label_smoothing/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.loss.properties.label_smoothing.type,parentSchema:schema11.properties.loss.properties.label_smoothing,data:data51};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
else {
const err138 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.loss.type,parentSchema:schema11.properties.loss,data:data50};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data.class_weight !== undefined){
let data52 = data.class_weight;
if((typeof data52 !== "string") && (!(data52 && typeof data52 == "object" && !Array.isArray(data52)))){
const err139 = {instancePath:instancePath+"/class_weight",schemaPath:"#/properties/class_weight/type",keyword:"type",params:{type: schema11.properties.class_weight.type},message:"must be string,object",schema:schema11.properties.class_weight.type,parentSchema:schema11.properties.class_weight,data:data52};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
const _errs122 = errors;
let valid29 = true;
const _errs123 = errors;
if(typeof data52 !== "string"){
const err140 = {};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
var _valid3 = _errs123 === errors;
errors = _errs122;
if(vErrors !== null){
if(_errs122){
vErrors.length = _errs122;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs125 = errors;
if(!(data52 === "balanced")){
const err141 = {instancePath:instancePath+"/class_weight",schemaPath:"#/properties/class_weight/then/enum",keyword:"enum",params:{allowedValues: schema11.properties.class_weight.then.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.class_weight.then.enum,parentSchema:schema11.properties.class_weight.then,data:data52};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
var _valid3 = _errs125 === errors;
valid29 = _valid3;
}
if(!valid29){
const err142 = {instancePath:instancePath+"/class_weight",schemaPath:"#/properties/class_weight/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema11.properties.class_weight.if,parentSchema:schema11.properties.class_weight,data:data52};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length < 1){
const err143 = {instancePath:instancePath+"/class_weight",schemaPath:"#/properties/class_weight/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.class_weight,data:data52};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
for(const key9 in data52){
let data53 = data52[key9];
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
const err144 = {instancePath:instancePath+"/class_weight/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/class_weight/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.class_weight.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/class_weight/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/class_weight/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.class_weight.additionalProperties.type,parentSchema:schema11.properties.class_weight.additionalProperties,data:data53};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
}
if(data.optimizer !== undefined){
let data54 = data.optimizer;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.name === undefined){
const err146 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.properties.optimizer.required,parentSchema:schema11.properties.optimizer,data:data54};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const tag0 = data54.name;
if(typeof tag0 == "string"){
if(tag0 === "adagrad"){
if(!(validate20(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
else if(tag0 === "adam"){
if(!(validate21(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
else if(tag0 === "adamw"){
if(!(validate22(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
else if(tag0 === "nadam"){
if(!(validate23(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
else if(tag0 === "rmsprop"){
if(!(validate24(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
else if(tag0 === "sgd"){
if(!(validate25(data54, {instancePath:instancePath+"/optimizer",parentData:data,parentDataProperty:"optimizer",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
else {
const err147 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "name", tagValue: tag0},message:"value of tag \"name\" must be in oneOf",schema:schema11.properties.optimizer.discriminator,parentSchema:schema11.properties.optimizer,data:data54};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/discriminator",keyword:"discriminator",params:{error: "tag", tag: "name", tagValue: tag0},message:"tag \"name\" must be string",schema:schema11.properties.optimizer.discriminator,parentSchema:schema11.properties.optimizer,data:data54};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.optimizer.type,parentSchema:schema11.properties.optimizer,data:data54};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data.schedule !== undefined){
let data55 = data.schedule;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
const tag1 = data55.name;
if(typeof tag1 == "string"){
if(tag1 === "constant"){
if(!(validate32(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
else if(tag1 === "cosine"){
if(!(validate33(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
else if(tag1 === "exponential"){
if(!(validate34(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
else if(tag1 === "plateau"){
if(!(validate35(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
else if(tag1 === "sgdr"){
if(!(validate36(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
else if(tag1 === "step"){
if(!(validate37(data55, {instancePath:instancePath+"/schedule",parentData:data,parentDataProperty:"schedule",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
else {
const err150 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "name", tagValue: tag1},message:"value of tag \"name\" must be in oneOf",schema:schema11.properties.schedule.discriminator,parentSchema:schema11.properties.schedule,data:data55};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/discriminator",keyword:"discriminator",params:{error: "tag", tag: "name", tagValue: tag1},message:"tag \"name\" must be string",schema:schema11.properties.schedule.discriminator,parentSchema:schema11.properties.schedule,data:data55};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.schedule.type,parentSchema:schema11.properties.schedule,data:data55};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data.epochs !== undefined){
let data56 = data.epochs;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err153 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.epochs.type,parentSchema:schema11.properties.epochs,data:data56};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 1000000 || isNaN(data56)){
const err154 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.epochs,data:data56};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err155 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.epochs,data:data56};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
if(data.batch_size !== undefined){
let data57 = data.batch_size;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err156 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.batch_size.type,parentSchema:schema11.properties.batch_size,data:data57};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1000000 || isNaN(data57)){
const err157 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.batch_size,data:data57};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data57 < 1 || isNaN(data57)){
const err158 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.batch_size,data:data57};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
if(data.steps_per_epoch !== undefined){
let data58 = data.steps_per_epoch;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err159 = {instancePath:instancePath+"/steps_per_epoch",schemaPath:"#/properties/steps_per_epoch/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.steps_per_epoch.type,parentSchema:schema11.properties.steps_per_epoch,data:data58};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000000 || isNaN(data58)){
const err160 = {instancePath:instancePath+"/steps_per_epoch",schemaPath:"#/properties/steps_per_epoch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.steps_per_epoch,data:data58};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err161 = {instancePath:instancePath+"/steps_per_epoch",schemaPath:"#/properties/steps_per_epoch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.steps_per_epoch,data:data58};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
if(data.seeds !== undefined){
let data59 = data.seeds;
if(Array.isArray(data59)){
if(data59.length < 1){
const err162 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.seeds,data:data59};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const len8 = data59.length;
for(let i9=0; i9<len8; i9++){
let data60 = data59[i9];
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err163 = {instancePath:instancePath+"/seeds/" + i9,schemaPath:"#/properties/seeds/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.seeds.items.type,parentSchema:schema11.properties.seeds.items,data:data60};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 2147483647 || isNaN(data60)){
const err164 = {instancePath:instancePath+"/seeds/" + i9,schemaPath:"#/properties/seeds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema11.properties.seeds.items,data:data60};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(data60 < 0 || isNaN(data60)){
const err165 = {instancePath:instancePath+"/seeds/" + i9,schemaPath:"#/properties/seeds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.seeds.items,data:data60};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
let i10 = data59.length;
let j1;
if(i10 > 1){
const indices1 = {};
for(;i10--;){
let item1 = data59[i10];
if(!(((typeof item1 == "number") && (!(item1 % 1) && !isNaN(item1))) && (isFinite(item1)))){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err166 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i10+" are identical)",schema:true,parentSchema:schema11.properties.seeds,data:data59};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
break;
}
indices1[item1] = i10;
}
}
}
else {
const err167 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.seeds.type,parentSchema:schema11.properties.seeds,data:data59};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data.resources !== undefined){
let data61 = data.resources;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key10 in data61){
if(!((((key10 === "slots") || (key10 === "priority")) || (key10 === "max_restarts")) || (key10 === "timeout"))){
const err168 = {instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.resources,data:data61};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data61.slots !== undefined){
let data62 = data61.slots;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err169 = {instancePath:instancePath+"/resources/slots",schemaPath:"#/properties/resources/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.resources.properties.slots.type,parentSchema:schema11.properties.resources.properties.slots,data:data62};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1000 || isNaN(data62)){
const err170 = {instancePath:instancePath+"/resources/slots",schemaPath:"#/properties/resources/properties/slots/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.resources.properties.slots,data:data62};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data62 < 1 || isNaN(data62)){
const err171 = {instancePath:instancePath+"/resources/slots",schemaPath:"#/properties/resources/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.resources.properties.slots,data:data62};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
if(data61.priority !== undefined){
let data63 = data61.priority;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err172 = {instancePath:instancePath+"/resources/priority",schemaPath:"#/properties/resources/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.resources.properties.priority.type,parentSchema:schema11.properties.resources.properties.priority,data:data63};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 1000000 || isNaN(data63)){
const err173 = {instancePath:instancePath+"/resources/priority",schemaPath:"#/properties/resources/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.resources.properties.priority,data:data63};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data63 < -1000000 || isNaN(data63)){
const err174 = {instancePath:instancePath+"/resources/priority",schemaPath:"#/properties/resources/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000},message:"must be >= -1000000",schema:-1000000,parentSchema:schema11.properties.resources.properties.priority,data:data63};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
if(data61.max_restarts !== undefined){
let data64 = data61.max_restarts;
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
const err175 = {instancePath:instancePath+"/resources/max_restarts",schemaPath:"#/properties/resources/properties/max_restarts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.resources.properties.max_restarts.type,parentSchema:schema11.properties.resources.properties.max_restarts,data:data64};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1000 || isNaN(data64)){
const err176 = {instancePath:instancePath+"/resources/max_restarts",schemaPath:"#/properties/resources/properties/max_restarts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.resources.properties.max_restarts,data:data64};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(data64 < 0 || isNaN(data64)){
const err177 = {instancePath:instancePath+"/resources/max_restarts",schemaPath:"#/properties/resources/properties/max_restarts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.resources.properties.max_restarts,data:data64};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
if(data61.timeout !== undefined){
let data65 = data61.timeout;
if((!((typeof data65 == "number") && (isFinite(data65)))) && (typeof data65 !== "string")){
const err178 = {instancePath:instancePath+"/resources/timeout",schemaPath:"#/properties/resources/properties/timeout/type",keyword:"type",params:{type: schema11.properties.resources.properties.timeout.type},message:"must be number,string",schema:schema11.properties.resources.properties.timeout.type,parentSchema:schema11.properties.resources.properties.timeout,data:data65};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 <= 0 || isNaN(data65)){
const err179 = {instancePath:instancePath+"/resources/timeout",schemaPath:"#/properties/resources/properties/timeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema11.properties.resources.properties.timeout,data:data65};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(typeof data65 === "string"){
if(!pattern2.test(data65)){
const err180 = {instancePath:instancePath+"/resources/timeout",schemaPath:"#/properties/resources/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?[smhd]$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?[smhd]$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?[smhd]$",parentSchema:schema11.properties.resources.properties.timeout,data:data65};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
}
else {
const err181 = {instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.resources.type,parentSchema:schema11.properties.resources,data:data61};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data.matrix !== undefined){
let data66 = data.matrix;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(Object.keys(data66).length < 1){
const err182 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.matrix,data:data66};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
for(const key11 in data66){
let data67 = data66[key11];
if(Array.isArray(data67)){
if(data67.length < 1){
const err183 = {instancePath:instancePath+"/matrix/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.matrix.additionalProperties,data:data67};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
let i11 = data67.length;
let j2;
if(i11 > 1){
outer0:
for(;i11--;){
for(j2 = i11; j2--;){
if(func0(data67[i11], data67[j2])){
const err184 = {instancePath:instancePath+"/matrix/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i11+" are identical)",schema:true,parentSchema:schema11.properties.matrix.additionalProperties,data:data67};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err185 = {instancePath:instancePath+"/matrix/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.matrix.additionalProperties.type,parentSchema:schema11.properties.matrix.additionalProperties,data:data67};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
}
else {
const err186 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.matrix.type,parentSchema:schema11.properties.matrix,data:data66};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data.published !== undefined){
let data68 = data.published;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key12 in data68){
if(!((key12 === "validation_score") || (key12 === "history"))){
const err187 = {instancePath:instancePath+"/published",schemaPath:"#/properties/published/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.published,data:data68};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data68.validation_score !== undefined){
let data69 = data68.validation_score;
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 > 1 || isNaN(data69)){
const err188 = {instancePath:instancePath+"/published/validation_score",schemaPath:"#/properties/published/properties/validation_score/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema11.properties.published.properties.validation_score,data:data69};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data69 < 0 || isNaN(data69)){
const err189 = {instancePath:instancePath+"/published/validation_score",schemaPath:"#/properties/published/properties/validation_score/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.published.properties.validation_score,data:data69};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/published/validation_score",schemaPath:"#/properties/published/properties/validation_score/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema11.properties.published.properties.validation_score.type,parentSchema:schema11.properties.published.properties.validation_score,data:data69};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data68.history !== undefined){
let data70 = data68.history;
if(typeof data70 === "string"){
if(func3(data70) < 1){
const err191 = {instancePath:instancePath+"/published/history",schemaPath:"#/properties/published/properties/history/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.published.properties.history,data:data70};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/published/history",schemaPath:"#/properties/published/properties/history/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.published.properties.history.type,parentSchema:schema11.properties.published.properties.history,data:data70};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/published",schemaPath:"#/properties/published/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.published.type,parentSchema:schema11.properties.published,data:data68};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
else {
const err194 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
