// Compiled once for each instruction set, which ABLATE_ISA names.
#include "conv_rows.h"
#include "parallel.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

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

}  // namespace

void conv_relu_pool_forward(const ConvReluPool& s, const float* x, const float* kernel, const float* bias, float* pooled, uint8_t* choice) {
  (s.channels < 8 ? forward_direct : forward_winograd)(s, x, kernel, bias, pooled, choice);
}

}  // namespace ABLATE_ISA
}  // namespace ablate
