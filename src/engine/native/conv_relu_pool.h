// A 3x3 convolution of stride 1, its bias, relu and 2x2 max pooling in one, and its gradients.
#pragma once
#include <cstdint>

namespace ablate {

// Pictures are [images, height, width, channels], kernels [3, 3, channels, filters]; both in row-major order.
struct ConvReluPool {
  int64_t images;
  int64_t height;
  int64_t width;
  int64_t channels;
  int64_t filters;
  // Rows and columns of zeros around the picture: 1 for `same`, 0 for `valid`.
  int64_t pad;

  int64_t pooled_height() const { return (height + 2 * pad - 2) / 2; }
  int64_t pooled_width() const { return (width + 2 * pad - 2) / 2; }
};

// Which of a window's four values was the largest, row by row; kDead where relu made it 0.
constexpr uint8_t kDead = 4;

// The routines for one instruction set.
struct ConvReluPoolRoutines {
  // pooled and choice: [images, pooled height, pooled width, filters].
  void (*forward)(const ConvReluPool&, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice);
  // d_kernel has the kernel's shape, d_bias is [filters].
  void (*kernel_gradient)(const ConvReluPool&, const float* x, const uint8_t* choice, const float* d_pooled, float* d_kernel, float* d_bias);
  // d_x has the pictures' shape.
  void (*input_gradient)(const ConvReluPool&, const float* kernel, const uint8_t* choice, const float* d_pooled, float* d_x);
};

// The routines for the best instructions that this processor has, or for lesser ones that ABLATE_INSTRUCTIONS names (avx2, baseline):
// sums come out otherwise in their last bits, as they would on a lesser processor.
const ConvReluPoolRoutines& conv_relu_pool();

// Whether ABLATE_INSTRUCTIONS is not set, or names what there is.
bool knows_instructions();

}  // namespace ablate
