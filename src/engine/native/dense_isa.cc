// Compiled once for each instruction set, which ABLATE_ISA names.
#include <algorithm>

#include "dense.h"
#include "parallel.h"
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

constexpr int kRows = kRegisters == 32 ? 8 : 4;
constexpr int kVecs = 2;
constexpr int64_t kUnitsATask = 128;
// So many inputs' weights, of a task's units, are used for the whole batch while they are in the cache.
constexpr int64_t kDepth = 64;

// What `depth` inputs give to `rows` pictures' sums, `vecs` vectors of each, by lines of weights that lie `stride` apart.
template <int rows, int vecs>
void sum_block(int64_t inputs, int64_t depth, const float* x, const float* weights, int64_t stride, bool ask_ahead, Vec (&acc)[rows][vecs]) {
  for (int64_t input = 0; input < depth; input++) {
    const float* line = weights + input * stride;
    Vec w[vecs];
    for (int v = 0; v < vecs; v++) {
      w[v] = load(line + v * kLanes);
      if (ask_ahead) {
        __builtin_prefetch(line + kDepth * stride + v * kLanes, 0, 2);
      }
    }
    for (int row = 0; row < rows; row++) {
      const Vec value = spread(x[row * inputs + input]);
      for (int v = 0; v < vecs; v++) {
        acc[row][v] += value * w[v];
      }
    }
  }
}

template <int rows, int vecs>
void add_block(const Dense& s, int64_t depth, const float* x, const float* weights, bool ask_ahead, float* sums) {
  Vec acc[rows][vecs] = {};
  sum_block(s.inputs, depth, x, weights, s.units, ask_ahead, acc);
  for (int row = 0; row < rows; row++) {
    for (int v = 0; v < vecs; v++) {
      float* at = sums + row * s.units + v * kLanes;
      store(at, load(at) + acc[row][v]);
    }
  }
}

template <int vecs>
void add_columns(const Dense& s, int64_t depth, const float* x, const float* weights, float* sums) {
  int64_t row = 0;
  for (; row + kRows <= s.batch; row += kRows) {
    add_block<kRows, vecs>(s, depth, x + row * s.inputs, weights, row == 0, sums + row * s.units);
  }
  for (; row < s.batch; row++) {
    add_block<1, vecs>(s, depth, x + row * s.inputs, weights, row == 0, sums + row * s.units);
  }
}

template <int rows>
void add_rest_block(const Dense& s, int64_t count, int64_t depth, const float* x, const float* lines, float* sums) {
  Vec acc[rows][1] = {};
  sum_block(s.inputs, depth, x, lines, kLanes, false, acc);
  for (int row = 0; row < rows; row++) {
    for (int64_t unit = 0; unit < count; unit++) {
      sums[row * s.units + unit] += acc[row][0][unit];
    }
  }
}

// The units that fill no vector, in one that zeros fill up.
void add_rest(const Dense& s, int64_t count, int64_t depth, const float* x, const float* weights, float* sums) {
  float lines[kDepth * kLanes] = {};
  for (int64_t input = 0; input < depth; input++) {
    std::copy(weights + input * s.units, weights + input * s.units + count, lines + input * kLanes);
  }
  int64_t row = 0;
  for (; row + kRows <= s.batch; row += kRows) {
    add_rest_block<kRows>(s, count, depth, x + row * s.inputs, lines, sums + row * s.units);
  }
  for (; row < s.batch; row++) {
    add_rest_block<1>(s, count, depth, x + row * s.inputs, lines, sums + row * s.units);
  }
}

void add_inputs(const Dense& s, int64_t count, int64_t depth, const float* x, const float* weights, float* sums) {
  int64_t unit = 0;
  for (; unit + kVecs * kLanes <= count; unit += kVecs * kLanes) {
    add_columns<kVecs>(s, depth, x, weights + unit, sums + unit);
  }
  for (; unit + kLanes <= count; unit += kLanes) {
    add_columns<1>(s, depth, x, weights + unit, sums + unit);
  }
  if (unit < count) {
    add_rest(s, count - unit, depth, x, weights + unit, sums + unit);
  }
}

// Of `count` units.
void compute_units(const Dense& s, int64_t count, const float* x, const float* weights, const float* bias, float* out) {
  for (int64_t row = 0; row < s.batch; row++) {
    std::copy(bias, bias + count, out + row * s.units);
  }
  for (int64_t input = 0; input < s.inputs; input += kDepth) {
    add_inputs(s, count, std::min(kDepth, s.inputs - input), x + input, weights + input * s.units, out);
  }
  for (int64_t row = 0; s.relu && row < s.batch; row++) {
    // What is not a number goes through.
    std::replace_if(out + row * s.units, out + row * s.units + count, [](float value) { return value < 0.0f; }, 0.0f);
  }
}

void compute(const Dense& s, const float* x, const float* weights, const float* bias, float* out) {
  parallel_for((s.units + kUnitsATask - 1) / kUnitsATask, [&](int64_t task) {
    const int64_t unit = task * kUnitsATask;
    compute_units(s, std::min(kUnitsATask, s.units - unit), x, weights + unit, bias + unit, out + unit);
  });
}

}  // namespace

extern const DenseRoutine dense;
const DenseRoutine dense = compute;

}  // namespace ABLATE_ISA
}  // namespace ablate
