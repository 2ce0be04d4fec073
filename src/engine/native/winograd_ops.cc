#include "call.h"
#include "ops.h"
#include "winograd.h"

namespace ablate {
namespace {

struct Attributes {
  int32_t size[2];
  int32_t pads[4];
  bool relu;
};

const WinogradRoutines* routines_for(Call& call, const WinogradKernel& kernel) {
  const WinogradRoutines* routines = winograd(kernel);
  if (!routines) {
    call.fail("the kernel must be 3x3, 1x3, 3x1, 5x5, 1x7 or 7x1");
  }
  return routines;
}

}  // namespace

void* read_winograd(TF_OpKernelConstruction* construction) {
  const Status status(TF_NewStatus());
  Attributes read = {};
  TF_Bool relu = 0;
  TF_OpKernelConstruction_GetAttrInt32List(construction, "size", read.size, 2, status.get());
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_OpKernelConstruction_GetAttrInt32List(construction, "pads", read.pads, 4, status.get());
  }
  if (TF_GetCode(status.get()) == TF_OK) {
    TF_OpKernelConstruction_GetAttrBool(construction, "relu", &relu, status.get());
  }
  if (TF_GetCode(status.get()) != TF_OK) {
    TF_OpKernelConstruction_Failure(construction, status.get());
  }
  read.relu = relu != 0;
  return new Attributes(read);
}

void delete_winograd(void* attributes) { delete static_cast<Attributes*>(attributes); }

void compute_winograd_weights(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor kernel = call.input(0, 4);
  if (!call.ok()) {
    return;
  }
  const WinogradKernel shape = {length(kernel, 0), length(kernel, 1), length(kernel, 2), length(kernel, 3)};
  const WinogradRoutines* routines = routines_for(call, shape);
  const Tensor weights = call.ok() ? call.output(0, TF_FLOAT, {routines->packed_length(shape)}) : nullptr;
  if (call.ok()) {
    routines->pack(shape, data<float>(kernel), data<float>(weights));
  }
}

void compute_winograd(void* attributes, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor x = call.input(0, 4), weights = call.ok() ? call.input(1, 1) : nullptr, bias = call.ok() ? call.input(2, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const auto& [size, pads, relu] = *static_cast<Attributes*>(attributes);
  const WinogradKernel shape = {size[0], size[1], length(x, 3), length(bias, 0)};
  const WinogradRoutines* routines = routines_for(call, shape);
  const int64_t height = length(x, 1) + pads[0] + pads[1] - shape.rows + 1, width = length(x, 2) + pads[2] + pads[3] - shape.columns + 1;
  if (call.ok() && (length(weights, 0) != routines->packed_length(shape) || height < 1 || width < 1)) {
    call.fail("the weights must be those of a kernel [size, channels, filters], and x no smaller than it");
  }
  const Tensor out = call.ok() ? call.output(0, TF_FLOAT, {length(x, 0), height, width, shape.filters}) : nullptr;
  if (call.ok()) {
    const Winograd convolution = {shape, length(x, 0), length(x, 1), length(x, 2), pads[0], pads[2], height, width, relu};
    routines->convolve(convolution, data<float>(x), data<float>(weights), data<float>(bias), data<float>(out));
  }
}

}  // namespace ablate
