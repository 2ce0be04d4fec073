#include "call.h"
#include "dense.h"
#include "dense_adam.h"
#include "dense_input_gradient.h"
#include "ops.h"

namespace ablate {
namespace {

void compute_with_activation(TF_OpKernelContext* context, bool relu) {
  Call call(context);
  const Tensor x = call.input(0, 2), weights = call.ok() ? call.input(1, 2) : nullptr, bias = call.ok() ? call.input(2, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const Dense shape = {length(x, 0), length(x, 1), length(weights, 1), relu};
  if (length(weights, 0) != shape.inputs || length(bias, 0) != shape.units) {
    call.fail("the weights must be [inputs, units] and the bias [units]");
    return;
  }
  const Tensor out = call.output(0, TF_FLOAT, {shape.batch, shape.units});
  if (call.ok()) {
    dense()(shape, data<float>(x), data<float>(weights), data<float>(bias), data<float>(out));
  }
}

}  // namespace

void compute_dense(void*, TF_OpKernelContext* context) { compute_with_activation(context, false); }

void compute_dense_relu(void*, TF_OpKernelContext* context) { compute_with_activation(context, true); }

void compute_dense_input_gradient(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor dy = call.input(0, 2), weights = call.ok() ? call.input(1, 2) : nullptr;
  if (!call.ok()) {
    return;
  }
  const DenseInputGradient shape = {length(dy, 0), length(weights, 0), length(dy, 1)};
  if (length(weights, 1) != shape.units) {
    call.fail("the weights must be [inputs, units] and dy [batch, units]");
    return;
  }
  const Tensor dx = call.output(0, TF_FLOAT, {shape.batch, shape.inputs});
  if (call.ok()) {
    dense_input_gradient()(shape, data<float>(dy), data<float>(weights), data<float>(dx));
  }
}

void compute_dense_adam(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor x = call.input(3, 2), dy = call.ok() ? call.input(4, 2) : nullptr, factors = call.ok() ? call.input(5, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const float* factor = data<float>(factors);
  const DenseAdam step = {length(x, 0), length(x, 1), length(dy, 1), factor[0], factor[1], factor[2], factor[3], factor[4]};
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
  dense_adam()(step, data<float>(x), data<float>(dy), data<float>(weights), data<float>(means), data<float>(squares));
}

}  // namespace ablate
