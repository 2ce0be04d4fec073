// The rows of a padded picture that convolutions go along. For files that are compiled once for each instruction set.
#pragma once
#include <algorithm>
#include <cstring>
#include <vector>

#include "conv_relu_pool.h"
#include "scratch.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

// Some rows of one padded picture, one after the other: those that a strip of windows looks at.
class Rows {
 public:
  Rows(const ConvReluPool& shape, float* memory) : shape_(shape), stride_(stride(shape)), memory_(memory) {}

  // Rows of windows in a strip.
  static constexpr int64_t kStrip = 8;
  static constexpr int64_t kRows = 2 * kStrip + 2;
  // Vectors may be read past a row's end.
  static int64_t stride(const ConvReluPool& s) { return round_up((s.width + 2 * s.pad + 8) * s.channels + kLanes * 2, 16); }
  static int64_t floats(const ConvReluPool& s) { return kRows * stride(s); }

  int64_t stride() const { return stride_; }
  float* at(int64_t row) { return memory_ + row * stride_; }

  // Makes row `first` of the padded picture the first one here.
  void read(const float* picture, int64_t first) {
    for (int64_t row = 0; row < kRows; row++) {
      read_row(picture, first + row, at(row));
    }
  }

  // Adds up what was gathered here: the first `count` rows are written out as rows `first` and following, and the two after them,
  // which the next strip begins with, move up.
  void write(float* picture, int64_t first, int64_t count) {
    const int64_t width = shape_.width * shape_.channels;
    for (int64_t row = 0; row < count; row++) {
      const int64_t target = first + row - shape_.pad;
      if (target >= 0 && target < shape_.height) {
        std::memcpy(picture + target * width, at(row) + shape_.pad * shape_.channels, width * sizeof(float));
      }
    }
    const int64_t kept = std::min<int64_t>(2, kRows - count);
    std::memmove(at(0), at(count), kept * stride_ * sizeof(float));
    std::fill(at(kept), at(kRows), 0.0f);
  }

 private:
  void read_row(const float* picture, int64_t row, float* to) {
    const int64_t source = row - shape_.pad;
    const int64_t width = shape_.width * shape_.channels;
    float* inner = to + shape_.pad * shape_.channels;
    std::fill(to, inner, 0.0f);
    if (source < 0 || source >= shape_.height) {
      std::fill(inner, to + stride_, 0.0f);
    } else {
      std::memcpy(inner, picture + source * width, width * sizeof(float));
      std::fill(inner + width, to + stride_, 0.0f);
    }
  }

  const ConvReluPool& shape_;
  const int64_t stride_;
  float* memory_;
};

// Calls work(first row here, row of windows, rows) for each row of windows of a picture.
template <typename Work>
void for_each_row(const ConvReluPool& s, const float* picture, const Work& work) {
  Rows rows(s, scratch<0>(Rows::floats(s)));
  for (int64_t py = 0; py < s.pooled_height(); py++) {
    const int64_t here = py % Rows::kStrip;
    if (here == 0) {
      rows.read(picture, 2 * py);
    }
    work(rows.at(2 * here), py, rows.stride());
  }
}

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
