// Tiles of a picture on their way to Winograd's products and back. For files that are compiled once for each instruction set.
#pragma once
#include "scratch.h"
#include "winograd.h"
#include "winograd_axis.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

inline int64_t divide_up(int64_t value, int64_t by) { return (value + by - 1) / by; }

inline Vec load_some(const float* from, int64_t count) {
  if (count >= kLanes) {
    return load(from);
  }
  Vec value = {};
  for (int64_t lane = 0; lane < count; lane++) {
    value[lane] = from[lane];
  }
  return value;
}

inline void store_some(float* to, Vec value, int64_t count) {
  if (count >= kLanes) {
    store(to, value);
    return;
  }
  for (int64_t lane = 0; lane < count; lane++) {
    to[lane] = value[lane];
  }
}

// Some tiles' transformed pixels, or the sums of their products: [point][tile][channel]. A point's do not lie a power of two apart,
// which would drive each other out of the cache.
struct Spectra {
  float* memory;
  int64_t tiles;
  int64_t channels;

  static int64_t floats(int64_t points, int64_t tiles, int64_t channels) { return points * (tiles * channels + 16); }
  int64_t stride() const { return tiles * channels + 16; }
  float* at(int64_t point, int64_t tile) const { return memory + point * stride() + tile * channels; }
};

// All tiles of all pictures, one after the other. `R` is the axis along which rows follow each other, `C` that of columns.
template <class R, class C>
class Tiles {
 public:
  static constexpr int kPoints = R::kInputs * C::kInputs;

  explicit Tiles(const Winograd& shape)
      : s_(shape), rows_(divide_up(s_.out_height, R::kOutputs)), columns_(divide_up(s_.out_width, C::kOutputs)), zeros_(s_.kernel.channels) {}

  const Winograd& shape() const { return s_; }
  int64_t count() const { return s_.images * rows_ * columns_; }

  void transform(const float* x, int64_t tile, const Spectra& to, int64_t to_tile) const {
    const Place at = place(tile);
    const int64_t channels = s_.kernel.channels;
    const float* picture = x + at.image * s_.height * s_.width * channels;
    const float* pixels[kPoints];
    for (int row = 0; row < R::kInputs; row++) {
      for (int column = 0; column < C::kInputs; column++) {
        const int64_t y = at.row + row - s_.top, x = at.column + column - s_.left;
        const bool inside = y >= 0 && y < s_.height && x >= 0 && x < s_.width;
        pixels[row * C::kInputs + column] = inside ? picture + (y * s_.width + x) * channels : zeros_.data();
      }
    }
    for (int64_t channel = 0; channel < channels; channel += kLanes) {
      transform_channels(pixels, channel, channels - channel, to.at(0, to_tile) + channel, to.stride());
    }
  }

  // The outputs of one tile for up to kLanes filters from `filter` on; `sums` are those of its products, `stride` apart.
  void finish(const float* sums, int64_t stride, int64_t tile, int64_t filter, const float* bias, float* out) const {
    Vec half[R::kOutputs][C::kInputs];
    for (int column = 0; column < C::kInputs; column++) {
      Vec m[R::kInputs], outputs[R::kOutputs];
      for (int row = 0; row < R::kInputs; row++) {
        m[row] = load(sums + (row * C::kInputs + column) * stride);
      }
      R::transform_products(m, outputs);
      for (int row = 0; row < R::kOutputs; row++) {
        half[row][column] = outputs[row];
      }
    }
    const Place at = place(tile);
    const int64_t filters = s_.kernel.filters, wanted = filters - filter;
    const Vec offset = load_some(bias + filter, wanted);
    float* to = out + ((at.image * s_.out_height + at.row) * s_.out_width + at.column) * filters + filter;
    for (int row = 0; row < R::kOutputs && at.row + row < s_.out_height; row++) {
      Vec outputs[C::kOutputs];
      C::transform_products(half[row], outputs);
      for (int column = 0; column < C::kOutputs && at.column + column < s_.out_width; column++) {
        store_some(to + (row * s_.out_width + column) * filters, activate(outputs[column] + offset), wanted);
      }
    }
  }

 private:
  struct Place { int64_t image, row, column; };

  Place place(int64_t tile) const {
    return {tile / (rows_ * columns_), tile / columns_ % rows_ * R::kOutputs, tile % columns_ * C::kOutputs};
  }

  // What is not a number goes through.
  Vec activate(Vec value) const { return s_.relu ? (value < Vec{} ? Vec{} : value) : value; }

  static void transform_channels(const float* const (&pixels)[kPoints], int64_t channel, int64_t wanted, float* to, int64_t stride) {
    Vec half[R::kInputs][C::kInputs];
    for (int column = 0; column < C::kInputs; column++) {
      Vec d[R::kInputs], points[R::kInputs];
      for (int row = 0; row < R::kInputs; row++) {
        d[row] = load_some(pixels[row * C::kInputs + column] + channel, wanted);
      }
      R::transform_inputs(d, points);
      for (int row = 0; row < R::kInputs; row++) {
        half[row][column] = points[row];
      }
    }
    for (int row = 0; row < R::kInputs; row++) {
      Vec points[C::kInputs];
      C::transform_inputs(half[row], points);
      for (int column = 0; column < C::kInputs; column++) {
        store_some(to + (row * C::kInputs + column) * stride, points[column], wanted);
      }
    }
  }

  const Winograd& s_;
  const int64_t rows_, columns_;
  // Where a picture has no pixel.
  const std::vector<float> zeros_;
};

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
