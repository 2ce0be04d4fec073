// Tiles of a picture on their way to Winograd's products and back. For files that are compiled once for each instruction set.
#pragma once
#include <algorithm>
#include <limits>

#include "scratch.h"
#include "winograd.h"
#include "winograd_axis.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

inline int64_t divide_up(int64_t value, int64_t by) { return (value + by - 1) / by; }

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

  ABLATE_APART void transform(const float* x, int64_t tile, const Spectra& to, int64_t to_tile) const {
    const float* pixels[kPoints];
    find_pixels(x, place(tile), pixels);
    const int64_t channels = s_.kernel.channels, whole = channels / kLanes * kLanes, stride = to.stride();
    float* line = to.at(0, to_tile);
    for (int64_t channel = 0; channel < whole; channel += kLanes) {
      transform_channels(pixels, channel, line + channel, stride);
    }
    if (whole < channels) {
      transform_last(pixels, whole, line + whole, stride);
    }
  }

  // A tile's outputs for filters from `first` on, `vecs` vectors of them; `sums` are those of its products, `stride` apart.
  ABLATE_APART void finish(const float* sums, int64_t stride, int64_t tile, int64_t first, int vecs, const float* bias, float* out) const {
    const Place at = place(tile);
    const int64_t filters = s_.kernel.filters, line = s_.out_width * filters, end = std::min(filters - first, int64_t{vecs} * kLanes);
    const Ends ends = {std::min<int64_t>(R::kOutputs, s_.out_height - at.row), std::min<int64_t>(C::kOutputs, s_.out_width - at.column), line, filters};
    const bool fits = ends.rows == R::kOutputs && ends.columns == C::kOutputs;
    // What is not a number goes through.
    const Vec least = spread(s_.relu ? 0 : -std::numeric_limits<float>::infinity());
    float* to = out + (at.image * s_.out_height + at.row) * line + at.column * filters + first;
    int64_t filter = 0;
    for (; fits && filter + kLanes <= end; filter += kLanes) {
      finish_filters(sums + filter, stride, load(bias + first + filter), least, to + filter, line, filters);
    }
    for (; filter < end; filter += kLanes) {
      finish_some(sums + filter, stride, bias + first + filter, least, to + filter, ends, std::min<int64_t>(end - filter, kLanes));
    }
  }

 private:
  struct Place { int64_t image, row, column; };

  // How much of a tile is in the picture, and how far its outputs lie apart.
  struct Ends { int64_t rows, columns, line, pixel; };

  Place place(int64_t tile) const {
    return {tile / (rows_ * columns_), tile / columns_ % rows_ * R::kOutputs, tile % columns_ * C::kOutputs};
  }

  void find_pixels(const float* x, const Place& at, const float* (&pixels)[kPoints]) const {
    const int64_t channels = s_.kernel.channels;
    const float* picture = x + at.image * s_.height * s_.width * channels;
    for (int row = 0; row < R::kInputs; row++) {
      for (int column = 0; column < C::kInputs; column++) {
        const int64_t y = at.row + row - s_.top, x = at.column + column - s_.left;
        const bool inside = y >= 0 && y < s_.height && x >= 0 && x < s_.width;
        pixels[row * C::kInputs + column] = inside ? picture + (y * s_.width + x) * channels : zeros_.data();
      }
    }
  }

  ABLATE_INLINE static void transform_channels(const float* const (&pixels)[kPoints], int64_t channel, float* to, int64_t stride) {
    Vec half[R::kInputs][C::kInputs];
    each<C::kInputs>([&](auto column) ABLATE_INLINE {
      Vec d[R::kInputs], points[R::kInputs];
      each<R::kInputs>([&](auto row) ABLATE_INLINE { d[row] = load(pixels[row * C::kInputs + column] + channel); });
      R::transform_inputs(d, points);
      each<R::kInputs>([&](auto row) ABLATE_INLINE { half[row][column] = points[row]; });
    });
    each<R::kInputs>([&](auto row) ABLATE_INLINE {
      Vec points[C::kInputs];
      C::transform_inputs(half[row], points);
      each<C::kInputs>([&](auto column) ABLATE_INLINE { store(to + (row * C::kInputs + column) * stride, points[column]); });
    });
  }

  // The channels that fill no vector.
  ABLATE_APART void transform_last(const float* const (&pixels)[kPoints], int64_t channel, float* to, int64_t stride) const {
    const int64_t wanted = s_.kernel.channels - channel;
    float values[kPoints][kLanes] = {}, points[kPoints][kLanes];
    const float* from[kPoints];
    for (int point = 0; point < kPoints; point++) {
      std::copy_n(pixels[point] + channel, wanted, values[point]);
      from[point] = values[point];
    }
    transform_channels(from, 0, points[0], kLanes);
    for (int point = 0; point < kPoints; point++) {
      std::copy_n(points[point], wanted, to + point * stride);
    }
  }

  // One vector of filters, each output no less than `least`; rows of outputs lie `line` apart, and columns `pixel`.
  ABLATE_INLINE static void finish_filters(const float* sums, int64_t stride, Vec offset, Vec least, float* to, int64_t line, int64_t pixel) {
    Vec half[R::kOutputs][C::kInputs];
    each<C::kInputs>([&](auto column) ABLATE_INLINE {
      Vec m[R::kInputs], outputs[R::kOutputs];
      each<R::kInputs>([&](auto row) ABLATE_INLINE { m[row] = load(sums + (row * C::kInputs + column) * stride); });
      R::transform_products(m, outputs);
      each<R::kOutputs>([&](auto row) ABLATE_INLINE { half[row][column] = outputs[row]; });
    });
    each<R::kOutputs>([&](auto row) ABLATE_INLINE {
      Vec outputs[C::kOutputs];
      C::transform_products(half[row], outputs);
      each<C::kOutputs>([&](auto column) ABLATE_INLINE {
        const Vec value = outputs[column] + offset;
        store(to + row * line + column * pixel, value < least ? least : value);
      });
    });
  }

  // Where a tile is partly outside, or filters fill no vector.
  ABLATE_APART static void finish_some(const float* sums, int64_t stride, const float* bias, Vec least, float* to, const Ends& ends, int64_t wanted) {
    float outputs[R::kOutputs][C::kOutputs][kLanes], offset[kLanes] = {};
    std::copy_n(bias, wanted, offset);
    finish_filters(sums, stride, load(offset), least, outputs[0][0], C::kOutputs * kLanes, kLanes);
    for (int64_t row = 0; row < ends.rows; row++) {
      for (int64_t column = 0; column < ends.columns; column++) {
        float* pixel = to + row * ends.line + column * ends.pixel;
        // A call a pixel would take longer than all else here.
        wanted == kLanes ? store(pixel, load(outputs[row][column])) : void(std::copy_n(outputs[row][column], wanted, pixel));
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
