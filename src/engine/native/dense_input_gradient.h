// What a dense layer of few units sends back to its input.
#pragma once
#include <cstdint>

namespace ablate {

// dy is [batch, units], the weights are [inputs, units], dx = dy weights' is [batch, inputs].
struct DenseInputGradient {
  int64_t batch;
  int64_t inputs;
  int64_t units;
};

using DenseInputGradientRoutine = void (*)(const DenseInputGradient&, const float* dy, const float* weights, float* dx);

// The routine for the best instructions that this processor has; see conv_relu_pool().
DenseInputGradientRoutine dense_input_gradient();

}  // namespace ablate
