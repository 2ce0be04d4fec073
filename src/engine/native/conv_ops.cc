#include "call.h"
#include "conv_relu_pool.h"
#include "ops.h"

namespace ablate {
namespace {

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

}  // namespace

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

void compute_conv_relu_pool(void* pad, TF_OpKernelContext* context) {
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
    conv_relu_pool().forward(shape, data<float>(x), data<float>(kernel), data<float>(bias), data<float>(pooled), data<uint8_t>(choice));
  }
}

void compute_conv_relu_pool_kernel_gradient(void* pad, TF_OpKernelContext* context) {
  Call call(context);
  const GradientInputs in(call, pad);
  const Tensor d_kernel = call.ok() ? call.output(0, TF_FLOAT, {3, 3, in.shape.channels, in.shape.filters}) : nullptr;
  const Tensor d_bias = call.ok() ? call.output(1, TF_FLOAT, {in.shape.filters}) : nullptr;
  if (call.ok()) {
    conv_relu_pool().kernel_gradient(in.shape, data<float>(in.x), data<uint8_t>(in.choice), data<float>(in.d_pooled), data<float>(d_kernel), data<float>(d_bias));
  }
}

void compute_conv_relu_pool_input_gradient(void* pad, TF_OpKernelContext* context) {
  Call call(context);
  const GradientInputs in(call, pad);
  const Tensor d_x = call.ok() ? call.output(0, TF_FLOAT, {in.shape.images, in.shape.height, in.shape.width, in.shape.channels}) : nullptr;
  if (call.ok()) {
    conv_relu_pool().input_gradient(in.shape, data<float>(in.kernel), data<uint8_t>(in.choice), data<float>(in.d_pooled), data<float>(d_x));
  }
}

}  // namespace ablate
