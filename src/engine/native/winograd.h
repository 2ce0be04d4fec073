// A convolution of stride 1 along rows, columns or both, its bias and relu, with half to a quarter of the products (Lavin and Gray,
// 2015).
#pragma once
#include <cstdint>

namespace ablate {

// The kernel is [rows, columns, channels, filters].
struct WinogradKernel {
  int64_t rows;
  int64_t columns;
  int64_t channels;
  int64_t filters;
};

// x is [images, height, width, channels], the output [images, out_height, out_width, filters].
struct Winograd {
  WinogradKernel kernel;
  int64_t images;
  int64_t height;
  int64_t width;
  // Rows and columns of zeros above and to the left; those below and to the right follow from the output's size.
  int64_t top;
  int64_t left;
  int64_t out_height;
  int64_t out_width;
  bool relu;
};

// The routines for one kind of kernel and one instruction set.
struct WinogradRoutines {
  // How many floats the transformed weights are, in an order of this instruction set's own.
  int64_t (*packed_length)(const WinogradKernel&);
  void (*pack)(const WinogradKernel&, const float* kernel, float* packed);
  void (*convolve)(const Winograd&, const float* x, const float* packed, const float* bias, float* out);
};

// Null where a kernel is none of 3x3, 1x3, 3x1, 5x5, 1x7 and 7x1.
using FindWinograd = const WinogradRoutines* (*)(int64_t rows, int64_t columns);

// The routines for the best instruction set that the processor has, or the lesser one that ABLATE_INSTRUCTIONS names.
const WinogradRoutines* winograd(const WinogradKernel&);

}  // namespace ablate
