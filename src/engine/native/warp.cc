#include "warp.h"

#include <algorithm>
#include <cstring>

#include "parallel.h"

namespace ablate {
namespace {

constexpr int kLanes = 4;
constexpr int64_t kRowsAtOnce = 32;

typedef float Vec __attribute__((vector_size(kLanes * 4)));
typedef int32_t Whole __attribute__((vector_size(kLanes * 4)));
typedef float Loose __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));

inline Vec spread(float value) { return value - Vec{}; }

// A pixel's three values, and whatever follows them.
inline Vec load(const float* at, const float* end) {
  if (at + kLanes <= end) {
    return *reinterpret_cast<const Loose*>(at);
  }
  return Vec{at[0], at[1], at[2], 0.0f};
}

// Within 0 and `last`; what is no number becomes 0.
inline Vec clamp(Vec place, float last) {
  const Vec low = place > Vec{} ? place : Vec{};
  const Vec high = spread(last);
  return low < high ? low : high;
}

// A number between two pixels: the first of them, and how much each counts.
struct Between {
  Whole first;
  Vec near, far;

  explicit Between(Vec place) : first(__builtin_convertvector(place, Whole)) {
    const Vec low = __builtin_convertvector(first, Vec);
    near = (low + 1.0f) - place;
    far = place - low;
  }
};

class Picture {
 public:
  Picture(const float* values, int64_t height, int64_t width, const float* end) : values_(values), height_(height), width_(width), end_(end) {}

  // One row of the output.
  void row(const float* map, int64_t output_y, float* out) const {
    for (int64_t first = 0; first < width_; first += kLanes) {
      Vec pixels[kLanes];
      four(map, static_cast<float>(first), static_cast<float>(output_y), pixels);
      float* to = out + first * 3;
      const int64_t count = std::min<int64_t>(kLanes, width_ - first);
      for (int64_t lane = 0; lane + 1 < count; lane++) {
        *reinterpret_cast<Loose*>(to + lane * 3) = pixels[lane];
      }
      // What follows may be another thread's.
      std::memcpy(to + (count - 1) * 3, &pixels[count - 1], 3 * sizeof(float));
    }
  }

 private:
  // Four pixels of a row.
  void four(const float* map, float first, float output_y, Vec pixels[kLanes]) const {
    const Vec output_x = spread(first) + Vec{0.0f, 1.0f, 2.0f, 3.0f};
    const Vec depth = map[6] * output_x + map[7] * output_y + 1.0f;
    const Between x(clamp((map[0] * output_x + map[1] * output_y + map[2]) / depth, static_cast<float>(width_ - 1)));
    const Between y(clamp((map[3] * output_x + map[4] * output_y + map[5]) / depth, static_cast<float>(height_ - 1)));
#pragma GCC unroll 4
    for (int lane = 0; lane < kLanes; lane++) {
      const int64_t column = x.first[lane], row = y.first[lane];
      const int64_t aside = column + 1 < width_ ? 3 : 0, below = row + 1 < height_ ? width_ * 3 : 0;
      const float* at = values_ + (row * width_ + column) * 3;
      const Vec above = x.near[lane] * load(at, end_) + x.far[lane] * load(at + aside, end_);
      const Vec beneath = x.near[lane] * load(at + below, end_) + x.far[lane] * load(at + below + aside, end_);
      // TensorFlow's op gives 0 where the map's denominator is 0.
      pixels[lane] = depth[lane] == 0.0f ? Vec{} : y.near[lane] * above + y.far[lane] * beneath;
    }
  }

  const float* values_;
  const int64_t height_;
  const int64_t width_;
  const float* end_;
};

}  // namespace

void warp(int64_t images, int64_t height, int64_t width, const float* pictures, const float* maps, float* out) {
  const int64_t stride = height * width * 3;
  const int64_t blocks = (height + kRowsAtOnce - 1) / kRowsAtOnce;
  parallel_for(images * blocks, [&](int64_t index) {
    const int64_t image = index / blocks, first = index % blocks * kRowsAtOnce;
    const Picture picture(pictures + image * stride, height, width, pictures + images * stride);
    for (int64_t y = first; y < std::min(first + kRowsAtOnce, height); y++) {
      picture.row(maps + image * 8, y, out + image * stride + y * width * 3);
    }
  });
}

}  // namespace ablate
