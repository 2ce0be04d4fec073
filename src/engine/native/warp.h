// Pictures taken through a map of the plane each, with bilinear interpolation.
#pragma once
#include <cstdint>

namespace ablate {

// `pictures` and `out` are [images, height, width, 3]. A map is eight numbers, a0 to c1: the output's (x, y) comes from the input's
// ((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k), k = c0 x + c1 y + 1, and from the nearest edge where that lies outside. Operation for
// operation what TensorFlow's ImageProjectiveTransformV3 computes with BILINEAR and NEAREST, and so its bits.
void warp(int64_t images, int64_t height, int64_t width, const float* pictures, const float* maps, float* out);

}  // namespace ablate
