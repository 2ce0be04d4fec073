// Makes TensorFlow ops of ablate's own routines, by TensorFlow's C interface, when Node loads this addon.
#include <node_api.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "conv_relu_pool.h"
#include "dense.h"
#include "dense_adam.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/kernels_experimental.h"
#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_status.h"
#include "tensorflow/c/tf_tensor.h"
#include "warp.h"

namespace {

using ablate::ConvReluPool;

struct StatusDeleter { void operator()(TF_Status* status) const { TF_DeleteStatus(status); } };
struct TensorDeleter { void operator()(TF_Tensor* tensor) const { TF_DeleteTensor(tensor); } };
using Status = std::unique_ptr<TF_Status, StatusDeleter>;
using Tensor = std::unique_ptr<TF_Tensor, TensorDeleter>;

// What an op's computation takes and gives. After a failure nothing more is done.
class Call {
 public:
  explicit Call(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  ~Call() {
    if (!ok()) {
      TF_OpKernelContext_Failure(context_, status_.get());
    }
  }

  bool ok() const { return TF_GetCode(status_.get()) == TF_OK; }

  Tensor input(int index, int rank) {
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context_, index, &tensor, status_.get());
    Tensor owned(tensor);
    if (ok() && TF_NumDims(tensor) != rank) {
      fail("input " + std::to_string(index) + " must have " + std::to_string(rank) + " axes");
    }
    return owned;
  }

  Tensor output(int index, TF_DataType type, std::initializer_list<int64_t> shape) {
    int64_t elements = 1;
    for (int64_t length : shape) {
      elements *= length;
    }
    return Tensor(TF_AllocateOutput(context_, index, type, shape.begin(), static_cast<int>(shape.size()), elements * TF_DataTypeSize(type), status_.get()));
  }

  // The memory of a variable of TensorFlow's own, to be changed; a copy where something else looks at it.
  Tensor variable(int index) {
    TF_Tensor* tensor = nullptr;
    TF_GetInputTensorFromVariable(context_, index, false, false, false, copy, &tensor, status_.get());
    return Tensor(tensor);
  }

  void fail(const std::string& message) { TF_SetStatus(status_.get(), TF_INVALID_ARGUMENT, message.c_str()); }

 private:
  static void copy(TF_OpKernelContext*, TF_Tensor* source, TF_Tensor* target) {
    const Tensor from(source), to(target);
    std::memcpy(TF_TensorData(target), TF_TensorData(source), TF_TensorByteSize(source));
  }

  TF_OpKernelContext* context_;
  Status status_;
};

template <typename Value>
Value* data(const Tensor& tensor) {
  return static_cast<Value*>(TF_TensorData(tensor.get()));
}

int64_t length(const Tensor& tensor, int axis) { return TF_Dim(tensor.get(), axis); }

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

using Compute = void (*)(void*, TF_OpKernelContext*);

// What an op is beside its inputs: one with the attribute `pad`, one that changes variables, or neither.
enum class Kind { kPads, kChangesVariables, kPlain };

struct Op {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  Compute compute;
  Kind kind;
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
  const bool pads = op.kind == Kind::kPads;
  if (pads) {
    TF_OpDefinitionBuilderAddAttr(definition, "pad: int");
  }
  TF_OpDefinitionBuilderSetIsStateful(definition, op.kind == Kind::kChangesVariables);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, [](TF_ShapeInferenceContext* context, TF_Status* given) {
    TF_ShapeInferenceContextSetUnknownShape(context, given);
  });
  TF_RegisterOpDefinition(definition, status.get());
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(op.name, "CPU", pads ? read_pad : nullptr, op.compute, pads ? delete_pad : nullptr);
    TF_RegisterKernelBuilder(op.name, kernel, status.get());
  }
  return TF_Message(status.get());
}

std::string register_ops() {
  std::string trouble;
  for (const Op& op : {
         Op{"AblateConvReluPool", {"x: float", "kernel: float", "bias: float"}, {"pooled: float", "choice: uint8"}, compute_forward, Kind::kPads},
         Op{"AblateConvReluPoolKernelGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"},
            {"d_kernel: float", "d_bias: float"}, compute_kernel_gradient, Kind::kPads},
         Op{"AblateConvReluPoolInputGrad", {"x: float", "kernel: float", "choice: uint8", "d_pooled: float"}, {"d_x: float"},
            compute_input_gradient, Kind::kPads},
         Op{"AblateDense", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense<false>, Kind::kPlain},
         Op{"AblateDenseRelu", {"x: float", "weights: float", "bias: float"}, {"out: float"}, compute_dense<true>, Kind::kPlain},
         Op{"AblateApplyDenseAdam", {"weights: resource", "means: resource", "squares: resource", "x: float", "dy: float", "factors: float"},
            {}, compute_dense_adam, Kind::kChangesVariables},
         Op{"AblateWarp", {"pictures: float", "maps: float"}, {"out: float"}, compute_warp, Kind::kPlain},
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
