// Compiled once for each instruction set, which ABLATE_ISA names.
#include <algorithm>
#include <cstring>
#include <vector>

#include "conv_relu_pool.h"
#include "parallel.h"
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

inline int64_t round_up(int64_t value, int64_t step) { return (value + step - 1) / step * step; }

// Memory that stays with its thread, so that no call touches fresh pages; whole vectors in it do not cross cache lines.
template <int which>
float* scratch(int64_t floats) {
  thread_local std::vector<float> kept;
  if (static_cast<int64_t>(kept.size()) < floats + 16) {
    kept.assign(floats + 16, 0.0f);
  }
  return reinterpret_cast<float*>((reinterpret_cast<uintptr_t>(kept.data()) + 63) & ~uintptr_t{63});
}

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

// Of a window's four values plus bias the largest, if it is above 0, and which that was; the first of equal ones.
inline void choose(Vec a, Vec b, Vec c, Vec d, Vec bias, float* pooled, uint8_t* choice, int64_t filters) {
  Vec best = a + bias;
  Mask index = {};
  const Vec others[3] = {b + bias, c + bias, d + bias};
  for (int which = 0; which < 3; which++) {
    const Mask keep = others[which] <= best;
    best = keep ? best : others[which];
    index = keep ? index : Mask{} + (which + 1);
  }
  const Mask dead = best <= Vec{};
  best = dead ? Vec{} : best;
  index = dead ? Mask{} + kDead : index;
  const Bytes bytes = __builtin_convertvector(index, Bytes);
  if (filters >= kLanes) {
    store(pooled, best);
    *reinterpret_cast<LooseBytes*>(choice) = bytes;
  } else {
    for (int64_t filter = 0; filter < filters; filter++) {
      pooled[filter] = best[filter];
      choice[filter] = bytes[filter];
    }
  }
}

// ---- forward, few channels: products of pixels and weights, summed directly

constexpr int kFilterVecs = 2;
constexpr int kDirectWindows = kRegisters == 32 ? 2 : 1;

// [filter block][ky, kx, channel][kFilterVecs * kLanes], zeros where there is no filter.
void pack_direct(const ConvReluPool& s, const float* kernel, float* packed) {
  const int64_t block = kFilterVecs * kLanes;
  for (int64_t first = 0; first < s.filters; first += block) {
    for (int64_t tap = 0; tap < 9 * s.channels; tap++) {
      for (int64_t lane = 0; lane < block; lane++) {
        *packed++ = first + lane < s.filters ? kernel[tap * s.filters + first + lane] : 0.0f;
      }
    }
  }
}

// The windows from `px` on, kDirectWindows of them, for one block of filters.
void convolve_windows(const ConvReluPool& s, const float* rows, int64_t stride, int64_t px, const float* packed, Vec sums[2][2 * kDirectWindows][kFilterVecs]) {
  Vec acc[2][2 * kDirectWindows][kFilterVecs] = {};
  for (int ky = 0; ky < 3; ky++) {
    const float* upper = rows + ky * stride + 2 * px * s.channels;
    const float* lower = upper + stride;
    for (int64_t tap = 0; tap < 3 * s.channels; tap++) {
      Vec weights[kFilterVecs];
      for (int v = 0; v < kFilterVecs; v++) {
        weights[v] = load(packed + v * kLanes);
      }
      packed += kFilterVecs * kLanes;
      for (int ox = 0; ox < 2 * kDirectWindows; ox++) {
        const Vec above = spread(upper[ox * s.channels + tap]);
        const Vec below = spread(lower[ox * s.channels + tap]);
        for (int v = 0; v < kFilterVecs; v++) {
          acc[0][ox][v] += above * weights[v];
          acc[1][ox][v] += below * weights[v];
        }
      }
    }
  }
  std::memcpy(sums, acc, sizeof(acc));
}

void forward_direct(const ConvReluPool& s, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice) {
  const int64_t block = kFilterVecs * kLanes;
  const int64_t blocks = (s.filters + block - 1) / block;
  float* packed = scratch<5>(blocks * 9 * s.channels * block);
  pack_direct(s, kernel, packed);
  std::vector<float> biases(blocks * block);
  std::copy(bias, bias + s.filters, biases.begin());
  const int64_t height = s.pooled_height(), width = s.pooled_width();
  parallel_for(s.images, [&](int64_t image) {
    const float* picture = x + image * s.height * s.width * s.channels;
    for_each_row(s, picture, [&](const float* rows, int64_t py, int64_t stride) {
      for (int64_t px = 0; px < width; px += kDirectWindows) {
        for (int64_t first = 0; first < s.filters; first += block) {
          Vec sums[2][2 * kDirectWindows][kFilterVecs];
          convolve_windows(s, rows, stride, px, packed + first * 9 * s.channels, sums);
          for (int w = 0; w < kDirectWindows && px + w < width; w++) {
            for (int v = 0; v < kFilterVecs; v++) {
              const int64_t filter = first + v * kLanes;
              const int64_t at = ((image * height + py) * width + px + w) * s.filters + filter;
              if (filter < s.filters) {
                choose(sums[0][2 * w][v], sums[0][2 * w + 1][v], sums[1][2 * w][v], sums[1][2 * w + 1][v],
                       load(biases.data() + filter), pooled + at, choice + at, s.filters - filter);
              }
            }
          }
        }
      }
    });
  });
}

// ---- forward, many channels: Winograd's F(2x2, 3x3) (Lavin and Gray, 2015, section 4.1), a tile of four outputs a window

constexpr int kTileRows = 6;                                // windows in a block of registers
constexpr int kTileVecs = kRegisters == 32 ? 4 : 2;         // vectors of filters in it
constexpr int kTiles = 12;                                  // windows that are transformed at a time

// Weights as G g G': [16][channels][filters, rounded up].
void pack_winograd(const ConvReluPool& s, const float* kernel, int64_t filters, float* packed) {
  std::fill(packed, packed + 16 * s.channels * filters, 0.0f);
  for (int64_t channel = 0; channel < s.channels; channel++) {
    for (int64_t filter = 0; filter < s.filters; filter++) {
      float g[3][3], half[4][3];
      for (int tap = 0; tap < 9; tap++) {
        g[tap / 3][tap % 3] = kernel[(tap * s.channels + channel) * s.filters + filter];
      }
      for (int column = 0; column < 3; column++) {
        half[0][column] = g[0][column];
        half[1][column] = 0.5f * (g[0][column] + g[1][column] + g[2][column]);
        half[2][column] = 0.5f * (g[0][column] - g[1][column] + g[2][column]);
        half[3][column] = g[2][column];
      }
      for (int row = 0; row < 4; row++) {
        const float whole[4] = {half[row][0], 0.5f * (half[row][0] + half[row][1] + half[row][2]),
                                0.5f * (half[row][0] - half[row][1] + half[row][2]), half[row][2]};
        for (int column = 0; column < 4; column++) {
          packed[((row * 4 + column) * s.channels + channel) * filters + filter] = whole[column];
        }
      }
    }
  }
}

// B' d B of each window's 4x4 pixels: [16][kTiles][channels, rounded up].
void transform_windows(const ConvReluPool& s, const float* rows, int64_t stride, int64_t px, int64_t windows, int64_t channels, float* to) {
  for (int64_t window = 0; window < windows; window++) {
    for (int64_t channel = 0; channel < s.channels; channel += kLanes) {
      Vec half[4][4];
      for (int column = 0; column < 4; column++) {
        const float* at = rows + (2 * (px + window) + column) * s.channels + channel;
        const Vec d[4] = {load(at), load(at + stride), load(at + 2 * stride), load(at + 3 * stride)};
        half[0][column] = d[0] - d[2];
        half[1][column] = d[1] + d[2];
        half[2][column] = d[2] - d[1];
        half[3][column] = d[1] - d[3];
      }
      for (int row = 0; row < 4; row++) {
        const Vec whole[4] = {half[row][0] - half[row][2], half[row][1] + half[row][2],
                              half[row][2] - half[row][1], half[row][1] - half[row][3]};
        for (int column = 0; column < 4; column++) {
          store(to + ((row * 4 + column) * kTiles + window) * channels + channel, whole[column]);
        }
      }
    }
  }
}

// products[window][filter] += sum over channels of transformed[window][channel] * weights[channel][filter].
template <int vecs>
void multiply_block(const float* transformed, int64_t transformed_stride, const float* weights, int64_t filters, int64_t channels, float* products) {
  Vec acc[kTileRows][vecs] = {};
  for (int64_t channel = 0; channel < channels; channel++) {
    Vec w[vecs];
    for (int v = 0; v < vecs; v++) {
      w[v] = load(weights + channel * filters + v * kLanes);
    }
    for (int row = 0; row < kTileRows; row++) {
      const Vec value = spread(transformed[row * transformed_stride + channel]);
      for (int v = 0; v < vecs; v++) {
        acc[row][v] += value * w[v];
      }
    }
  }
  for (int row = 0; row < kTileRows; row++) {
    for (int v = 0; v < vecs; v++) {
      store(products + row * filters + v * kLanes, acc[row][v]);
    }
  }
}

void multiply(const float* transformed, int64_t transformed_stride, const float* weights, int64_t filters, int64_t channels, float* products) {
  for (int64_t point = 0; point < 16; point++) {
    const float* from = transformed + point * kTiles * transformed_stride;
    const float* with = weights + point * channels * filters;
    float* to = products + point * kTiles * filters;
    for (int64_t window = 0; window < kTiles; window += kTileRows) {
      int64_t filter = 0;
      for (; filter + kTileVecs * kLanes <= filters; filter += kTileVecs * kLanes) {
        multiply_block<kTileVecs>(from + window * transformed_stride, transformed_stride, with + filter, filters, channels, to + window * filters + filter);
      }
      for (; filter < filters; filter += kLanes) {
        multiply_block<1>(from + window * transformed_stride, transformed_stride, with + filter, filters, channels, to + window * filters + filter);
      }
    }
  }
}

// A' m A: the window's four sums, of which the largest is pooled.
void pool_window(const float* products, int64_t filters, const float* bias, int64_t wanted, float* pooled, uint8_t* choice) {
  for (int64_t filter = 0; filter < wanted; filter += kLanes) {
    Vec half[2][4];
    for (int column = 0; column < 4; column++) {
      Vec m[4];
      for (int row = 0; row < 4; row++) {
        m[row] = load(products + (row * 4 + column) * kTiles * filters + filter);
      }
      half[0][column] = m[0] + m[1] + m[2];
      half[1][column] = m[1] - m[2] - m[3];
    }
    choose(half[0][0] + half[0][1] + half[0][2], half[0][1] - half[0][2] - half[0][3],
           half[1][0] + half[1][1] + half[1][2], half[1][1] - half[1][2] - half[1][3],
           load(bias + filter), pooled + filter, choice + filter, wanted - filter);
  }
}

void forward_winograd(const ConvReluPool& s, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice) {
  const int64_t filters = round_up(s.filters, kLanes), channels = round_up(s.channels, kLanes);
  float* packed = scratch<5>(16 * s.channels * filters);
  pack_winograd(s, kernel, filters, packed);
  std::vector<float> biases(filters);
  std::copy(bias, bias + s.filters, biases.begin());
  const int64_t height = s.pooled_height(), width = s.pooled_width();
  parallel_for(s.images, [&](int64_t image) {
    const float* picture = x + image * s.height * s.width * s.channels;
    float* transformed = scratch<1>(16 * kTiles * channels);
    float* products = scratch<2>(16 * kTiles * filters);
    for_each_row(s, picture, [&](const float* rows, int64_t py, int64_t stride) {
      for (int64_t px = 0; px < width; px += kTiles) {
        const int64_t windows = std::min<int64_t>(kTiles, width - px);
        transform_windows(s, rows, stride, px, windows, channels, transformed);
        multiply(transformed, channels, packed, filters, s.channels, products);
        for (int64_t window = 0; window < windows; window++) {
          const int64_t at = ((image * height + py) * width + px + window) * s.filters;
          pool_window(products + window * filters, filters, biases.data(), s.filters, pooled + at, choice + at);
        }
      }
    });
  });
}

void forward(const ConvReluPool& s, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice) {
  (s.channels < 8 ? forward_direct : forward_winograd)(s, x, kernel, bias, pooled, choice);
}

// ---- gradients: of a window's four sums only the pooled one has a gradient, and none where relu made it 0

constexpr int64_t kFirstCache = 20480;
constexpr int kRunVecs = kRegisters == 32 ? 8 : 4;  // vectors of a run in registers, times three rows

// A window's gradient for one filter, and where the run of its three pixels begins.
struct Live {
  int32_t at;
  float gradient;
};

constexpr int64_t kMostWindows = 64;

// Those of some windows of a row, without the dead ones.
int64_t collect(const ConvReluPool& s, const uint8_t* choice, const float* d_pooled, int64_t windows, int64_t first, int64_t stride, Live* live) {
  const int32_t steps[5] = {0, static_cast<int32_t>(s.channels), static_cast<int32_t>(stride), static_cast<int32_t>(stride + s.channels), 0};
  int32_t at = static_cast<int32_t>(2 * first * s.channels);
  int64_t count = 0;
  for (int64_t window = 0; window < windows; window++) {
    const uint8_t which = choice[window * s.filters];
    live[count] = {at + steps[which], d_pooled[window * s.filters]};
    count += which != kDead;
    at += static_cast<int32_t>(2 * s.channels);
  }
  return count;
}

// How many windows at a time: their pixels shall stay in the first cache.
int64_t windows_at_once(const ConvReluPool& s) {
  return std::clamp<int64_t>(kFirstCache / (32 * s.channels) - 1, 4, kMostWindows);
}

// sums[ky] += gradient * pixels of row ky, for `vecs` vectors of the run. Few sums are kept several times, since each addition waits for the last.
template <int vecs>
void add_products(const float* pixels, int64_t pixels_stride, const Live* live, int64_t count, float* sums, int64_t stride) {
  constexpr int kCopies = vecs == 1 ? 4 : vecs == 2 ? 2 : 1;
  Vec acc[kCopies][3][vecs] = {};
  int64_t each = 0;
  for (; each + kCopies <= count; each += kCopies) {
    for (int copy = 0; copy < kCopies; copy++) {
      const Vec gradient = spread(live[each + copy].gradient);
      const float* from = pixels + live[each + copy].at;
      for (int ky = 0; ky < 3; ky++) {
        for (int v = 0; v < vecs; v++) {
          acc[copy][ky][v] += gradient * load(from + ky * pixels_stride + v * kLanes);
        }
      }
    }
  }
  for (; each < count; each++) {
    const Vec gradient = spread(live[each].gradient);
    const float* from = pixels + live[each].at;
    for (int ky = 0; ky < 3; ky++) {
      for (int v = 0; v < vecs; v++) {
        acc[0][ky][v] += gradient * load(from + ky * pixels_stride + v * kLanes);
      }
    }
  }
  for (int ky = 0; ky < 3; ky++) {
    for (int v = 0; v < vecs; v++) {
      Vec total = acc[0][ky][v];
      for (int copy = 1; copy < kCopies; copy++) {
        total += acc[copy][ky][v];
      }
      float* to = sums + ky * stride + v * kLanes;
      store(to, load(to) + total);
    }
  }
}

template <int vecs>
void scatter_products(float* pixels, int64_t pixels_stride, const Live* live, int64_t count, const float* weights, int64_t stride) {
  Vec w[3][vecs];
  for (int ky = 0; ky < 3; ky++) {
    for (int v = 0; v < vecs; v++) {
      w[ky][v] = load(weights + ky * stride + v * kLanes);
    }
  }
  for (const Live* each = live; each < live + count; each++) {
    const Vec gradient = spread(each->gradient);
    for (int ky = 0; ky < 3; ky++) {
      for (int v = 0; v < vecs; v++) {
        float* to = pixels + each->at + ky * pixels_stride + v * kLanes;
        store(to, load(to) + gradient * w[ky][v]);
      }
    }
  }
}

// Calls act<n>(offset) for parts of a run, each of at most kRunVecs vectors.
#define ABLATE_FOR_PARTS(run_vecs, act)                                  \
  for (int64_t part = 0; part < (run_vecs); part += kRunVecs) {          \
    const int64_t offset = part * kLanes;                                \
    switch (std::min<int64_t>(kRunVecs, (run_vecs) - part)) {            \
      case 1: act(1); break;                                             \
      case 2: act(2); break;                                             \
      case 3: act(3); break;                                             \
      case 4: act(4); break;                                             \
      case 5: act(5); break;                                             \
      case 6: act(6); break;                                             \
      case 7: act(7); break;                                             \
      default: act(8); break;                                            \
    }                                                                    \
  }

// Pictures are summed in so many groups, whatever the number of threads, so that the sums always come out the same.
int64_t group_count(const ConvReluPool& s, int64_t floats) {
  return std::min<int64_t>(s.images, std::clamp<int64_t>((int64_t{1} << 24) / floats, 4, 32));
}

void add_picture(const ConvReluPool& s, const float* picture, const uint8_t* choice, const float* d_pooled, float* sums, int64_t run, float* d_bias) {
  const int64_t width = s.pooled_width();
  const int64_t at_once = windows_at_once(s);
  for_each_row(s, picture, [&](const float* rows, int64_t py, int64_t stride) {
    Live live[kMostWindows + 1];
    for (int64_t px = 0; px < width; px += at_once) {
      const int64_t at = (py * width + px) * s.filters;
      for (int64_t filter = 0; filter < s.filters; filter++) {
        const int64_t count = collect(s, choice + at + filter, d_pooled + at + filter, std::min(at_once, width - px), px, stride, live);
        for (int64_t each = 0; each < count; each++) {
          d_bias[filter] += live[each].gradient;
        }
        float* to = sums + filter * 3 * run;
#define ABLATE_ADD(vecs) add_products<(vecs) <= kRunVecs ? (vecs) : kRunVecs>(rows + offset, stride, live, count, to + offset, run)
        ABLATE_FOR_PARTS(run / kLanes, ABLATE_ADD)
#undef ABLATE_ADD
      }
    }
  });
}

void kernel_gradient(const ConvReluPool& s, const float* x, const uint8_t* choice, const float* d_pooled, float* d_kernel, float* d_bias) {
  const int64_t run = round_up(3 * s.channels, kLanes);
  const int64_t floats = s.filters * (3 * run + 1);
  const int64_t groups = group_count(s, floats);
  float* sums = scratch<3>(groups * floats);
  const int64_t windows = s.pooled_height() * s.pooled_width() * s.filters;
  parallel_for(groups, [&](int64_t group) {
    float* own = sums + group * floats;
    std::fill(own, own + floats, 0.0f);
    for (int64_t image = group * s.images / groups; image < (group + 1) * s.images / groups; image++) {
      add_picture(s, x + image * s.height * s.width * s.channels, choice + image * windows, d_pooled + image * windows, own, run, own + s.filters * 3 * run);
    }
  });
  parallel_for(s.filters, [&](int64_t filter) {
    for (int64_t tap = 0; tap < 9 * s.channels; tap++) {
      const int64_t at = (filter * 3 + tap / (3 * s.channels)) * run + tap % (3 * s.channels);
      float total = 0.0f;
      for (int64_t group = 0; group < groups; group++) {
        total += sums[group * floats + at];
      }
      d_kernel[tap * s.filters + filter] = total;
    }
    float total = 0.0f;
    for (int64_t group = 0; group < groups; group++) {
      total += sums[group * floats + s.filters * 3 * run + filter];
    }
    d_bias[filter] = total;
  });
}

void spread_picture(const ConvReluPool& s, const float* weights, int64_t run, const uint8_t* choice, const float* d_pooled, float* d_picture) {
  const int64_t height = s.pooled_height(), width = s.pooled_width();
  const int64_t at_once = windows_at_once(s);
  float* memory = scratch<4>(Rows::floats(s));
  std::fill(memory, memory + Rows::floats(s), 0.0f);
  Rows rows(s, memory);
  Live live[kMostWindows + 1];
  for (int64_t py = 0; py < height; py++) {
    const int64_t here = py % Rows::kStrip;
    for (int64_t px = 0; px < width; px += at_once) {
      const int64_t at = (py * width + px) * s.filters;
      for (int64_t filter = 0; filter < s.filters; filter++) {
        const int64_t count = collect(s, choice + at + filter, d_pooled + at + filter, std::min(at_once, width - px), px, rows.stride(), live);
        const float* from = weights + filter * 3 * run;
        float* to = rows.at(2 * here);
#define ABLATE_SCATTER(vecs) scatter_products<(vecs) <= kRunVecs ? (vecs) : kRunVecs>(to + offset, rows.stride(), live, count, from + offset, run)
        ABLATE_FOR_PARTS(run / kLanes, ABLATE_SCATTER)
#undef ABLATE_SCATTER
      }
    }
    if (here == Rows::kStrip - 1) {
      rows.write(d_picture, 2 * (py - here), 2 * Rows::kStrip);
    }
  }
  // The last strip with the rows below it, of which the very last may belong to no window.
  const int64_t written = height / Rows::kStrip * 2 * Rows::kStrip;
  for (int64_t row = written; row < s.height + s.pad; row += Rows::kRows) {
    rows.write(d_picture, row, Rows::kRows);
  }
}

void input_gradient(const ConvReluPool& s, const float* kernel, const uint8_t* choice, const float* d_pooled, float* d_x) {
  const int64_t run = round_up(3 * s.channels, kLanes);
  // [filter][ky][kx, channel], zeros at the end of each run.
  float* weights = scratch<6>(s.filters * 3 * run);
  std::fill(weights, weights + s.filters * 3 * run, 0.0f);
  for (int64_t tap = 0; tap < 9 * s.channels; tap++) {
    for (int64_t filter = 0; filter < s.filters; filter++) {
      weights[(filter * 3 + tap / (3 * s.channels)) * run + tap % (3 * s.channels)] = kernel[tap * s.filters + filter];
    }
  }
  const int64_t windows = s.pooled_height() * s.pooled_width() * s.filters;
  parallel_for(s.images, [&](int64_t image) {
    spread_picture(s, weights, run, choice + image * windows, d_pooled + image * windows, d_x + image * s.height * s.width * s.channels);
  });
}

}  // namespace

extern const ConvReluPoolRoutines conv_relu_pool;
const ConvReluPoolRoutines conv_relu_pool = {forward, kernel_gradient, input_gradient};

}  // namespace ABLATE_ISA
}  // namespace ablate
