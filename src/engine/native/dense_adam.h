// A dense layer's update by Adam or Nadam straight from what its gradient is a product of.
#pragma once
#include <cstdint>

namespace ablate {

// The gradient is x' dy: x is [batch, inputs], dy [batch, units], the weights and both averages are [inputs, units].
struct DenseAdam {
  int64_t batch;
  int64_t inputs;
  int64_t units;
  // Shares by which the averages of gradients and of their squares approach this step's.
  float mean_share;
  float square_share;
  // A weight moves against (of_mean * mean + of_gradient * gradient) / (sqrt(mean of squares) + epsilon).
  float of_mean;
  float of_gradient;
  float epsilon;
};

using DenseAdamRoutine = void (*)(const DenseAdam&, const float* x, const float* dy, float* weights, float* means, float* squares);

// The routine for the best instructions that this processor has; see conv_relu_pool().
DenseAdamRoutine dense_adam();

}  // namespace ablate
