// A dense layer with its bias and activation, in one go through its weights.
#pragma once
#include <cstdint>

namespace ablate {

// x is [batch, inputs], the weights are [inputs, units], the bias [units], out [batch, units].
struct Dense {
  int64_t batch;
  int64_t inputs;
  int64_t units;
  bool relu;
};

using DenseRoutine = void (*)(const Dense&, const float* x, const float* weights, const float* bias, float* out);

// The routine for the best instruction set that the processor has, or the lesser one that ABLATE_INSTRUCTIONS names.
DenseRoutine dense();

}  // namespace ablate
