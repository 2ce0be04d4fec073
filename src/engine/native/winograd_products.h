// The products between Winograd's transforms. For files that are compiled once for each instruction set.
#pragma once
#include <algorithm>

#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

// So many channels' weights stay in the first cache while they are multiplied with one tile after another. Rounding errors grow with the
// channels that one sum is carried through: those of such parts, each begun anew, are half as large as those of one long sum.
constexpr int64_t kDepth = 96;
constexpr int kBlockVecs = kRegisters == 32 ? 4 : 2;
// As many rows as leave registers for a line of weights and a value.
constexpr int rows_of(int vecs) { return (kRegisters == 32 ? 24 : 12) / vecs; }
// Every rows_of(vecs) divides it.
constexpr int64_t kStep = 24;

// What to multiply: rows of `depth` values, `stride` apart, with lines of `vecs` vectors of weights that follow each other.
struct Product {
  int64_t depth;
  const float* values;
  int64_t stride;
  const float* weights;
  // What will be wanted next: asked for bit by bit.
  const float* ahead;
  int64_t ahead_lines;
};

// Adds to rows of `vecs` vectors at `sums`, or begins them. Always in the channels' order: no sum depends on its neighbours.
template <int rows, int vecs>
void multiply_rows(const Product& p, bool begins, float* sums) {
  Vec acc[rows][vecs];
  for (int row = 0; row < rows; row++) {
    for (int v = 0; v < vecs; v++) {
      acc[row][v] = Vec{};
    }
  }
  const float* line = p.weights;
  const float* ahead = p.ahead;
  for (int64_t channel = 0; channel < p.depth; channel++, line += vecs * kLanes) {
    Vec w[vecs];
    for (int v = 0; v < vecs; v++) {
      w[v] = load(line + v * kLanes);
    }
    for (int64_t at = 0; at < p.ahead_lines; at++, ahead += 16) {
      __builtin_prefetch(ahead, 0, 2);
    }
    for (int row = 0; row < rows; row++) {
      const Vec value = spread(p.values[row * p.stride + channel]);
      for (int v = 0; v < vecs; v++) {
        acc[row][v] += value * w[v];
      }
    }
  }
  for (int row = 0; row < rows; row++) {
    for (int v = 0; v < vecs; v++) {
      float* sum = sums + (row * vecs + v) * kLanes;
      store(sum, begins ? acc[row][v] : load(sum) + acc[row][v]);
    }
  }
}

// All rows, of which `count` is a multiple of rows_of(vecs): sums [count, vecs vectors] = values [count, channels] x weights [channels, vecs vectors].
template <int vecs>
void multiply_panel(int64_t count, int64_t channels, const float* values, int64_t stride, const float* weights, float* sums) {
  constexpr int rows = rows_of(vecs);
  const int64_t blocks = count / rows;
  const int64_t ahead_lines = (vecs * kLanes / 16 + blocks - 1) / blocks;
  const int64_t parts = (channels + kDepth - 1) / kDepth;
  for (int64_t part = 0; part < parts; part++) {
    const int64_t first = channels * part / parts, depth = channels * (part + 1) / parts - first;
    const float* next = weights + (first + depth) * vecs * kLanes;
    for (int64_t block = 0; block < blocks; block++) {
      const Product product = {depth, values + block * rows * stride + first, stride, weights + first * vecs * kLanes,
                               next + block * ahead_lines * depth * 16, ahead_lines};
      multiply_rows<rows, vecs>(product, first == 0, sums + block * rows * vecs * kLanes);
    }
  }
}

}  // namespace
}  // namespace ABLATE_ISA
}  // namespace ablate
