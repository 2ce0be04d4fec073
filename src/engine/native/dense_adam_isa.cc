// Compiled once for each instruction set, which ABLATE_ISA names.
#include <algorithm>
#include <cmath>
#include <vector>

#include "dense_adam.h"
#include "parallel.h"
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

constexpr int kRows = kRegisters == 32 ? 6 : 4;
constexpr int kVecs = kRegisters == 32 ? 4 : 2;

inline Vec root(Vec value) {
  Vec result;
  for (int lane = 0; lane < kLanes; lane++) {
    result[lane] = std::sqrt(value[lane]);
  }
  return result;
}

void move(const DenseAdam& s, Vec gradient, float* weight, float* mean, float* square) {
  const Vec m = load(mean) + (gradient - load(mean)) * spread(s.mean_share);
  const Vec v = load(square) + (gradient * gradient - load(square)) * spread(s.square_share);
  store(mean, m);
  store(square, v);
  store(weight, load(weight) - (m * spread(s.of_mean) + gradient * spread(s.of_gradient)) / (root(v) + spread(s.epsilon)));
}

// A block's vectors whose gradients are known. They move while the next block's gradients are summed: roots and divisions keep
// another part of the processor busy than sums.
struct Waiting {
  Vec gradients[kRows * kVecs];
  int64_t places[kRows * kVecs];
  int count = 0;

  void move_some(const DenseAdam& s, int most, float* weights, float* means, float* squares) {
    for (int until = std::max(0, count - most); count > until;) {
      count -= 1;
      const int64_t at = places[count];
      move(s, gradients[count], weights + at, means + at, squares + at);
    }
  }
};

// Sums gradients of `rows` weights' rows, `vecs` vectors of each, from the place `at` on.
template <int rows, int vecs>
void update_block(const DenseAdam& s, const float* x, const float* dy, int64_t at, float* weights, float* means, float* squares, Waiting& waiting) {
  Vec acc[rows][vecs] = {};
  // Memory is asked for while the products are summed.
  constexpr int kLines = rows * vecs;
  int asked = 0;
  const int at_once = static_cast<int>((kRows * kVecs + s.batch - 1) / s.batch);
  for (int64_t each = 0; each < s.batch; each++) {
    for (int until = std::min(kLines, asked + at_once); asked < until; asked++) {
      const int64_t line = at + asked / vecs * s.units + asked % vecs * kLanes;
      __builtin_prefetch(weights + line, 1);
      __builtin_prefetch(means + line, 1);
      __builtin_prefetch(squares + line, 1);
    }
    Vec d[vecs];
    for (int v = 0; v < vecs; v++) {
      d[v] = load(dy + (each * vecs + v) * kLanes);
    }
    for (int row = 0; row < rows; row++) {
      const Vec value = spread(x[each * s.inputs + row]);
      for (int v = 0; v < vecs; v++) {
        acc[row][v] += value * d[v];
      }
    }
    waiting.move_some(s, at_once, weights, means, squares);
  }
  for (int row = 0; row < rows; row++) {
    for (int v = 0; v < vecs; v++) {
      waiting.gradients[waiting.count] = acc[row][v];
      waiting.places[waiting.count++] = at + row * s.units + v * kLanes;
    }
  }
}

// The units that fill no vector, in one that zeros fill up.
template <int rows>
void update_rest(const DenseAdam& s, int64_t count, const float* x, const float* dy, float* weights, float* means, float* squares) {
  Vec acc[rows] = {};
  for (int64_t each = 0; each < s.batch; each++) {
    float line[kLanes] = {};
    std::copy(dy + each * count, dy + (each + 1) * count, line);
    for (int row = 0; row < rows; row++) {
      acc[row] += spread(x[each * s.inputs + row]) * load(line);
    }
  }
  for (int row = 0; row < rows; row++) {
    float parts[3][kLanes] = {};
    float* wholes[3] = {weights + row * s.units, means + row * s.units, squares + row * s.units};
    for (int part = 0; part < 3; part++) {
      std::copy(wholes[part], wholes[part] + count, parts[part]);
    }
    move(s, acc[row], parts[0], parts[1], parts[2]);
    for (int part = 0; part < 3; part++) {
      std::copy(parts[part], parts[part] + count, wholes[part]);
    }
  }
}

template <int rows>
void update_rows(const DenseAdam& s, const float* x, const float* dy, int64_t at, float* weights, float* means, float* squares, Waiting& waiting) {
  int64_t unit = 0;
  for (; unit + kVecs * kLanes <= s.units; unit += kVecs * kLanes) {
    update_block<rows, kVecs>(s, x, dy + unit * s.batch, at + unit, weights, means, squares, waiting);
  }
  for (; unit + kLanes <= s.units; unit += kLanes) {
    update_block<rows, 1>(s, x, dy + unit * s.batch, at + unit, weights, means, squares, waiting);
  }
  if (unit < s.units) {
    update_rest<rows>(s, s.units - unit, x, dy + unit * s.batch, weights + at + unit, means + at + unit, squares + at + unit);
  }
}

// dy, a block's columns after another's: lines that lie a power of two apart would drive each other out of the cache.
std::vector<float> by_columns(const DenseAdam& s, const float* dy) {
  std::vector<float> columns(s.batch * s.units);
  float* to = columns.data();
  for (int64_t unit = 0; unit < s.units;) {
    const int64_t left = s.units - unit;
    const int64_t width = left >= kVecs * kLanes ? kVecs * kLanes : std::min<int64_t>(left, kLanes);
    for (int64_t each = 0; each < s.batch; each++) {
      to = std::copy(dy + each * s.units + unit, dy + each * s.units + unit + width, to);
    }
    unit += width;
  }
  return columns;
}

void update(const DenseAdam& s, const float* x, const float* dy, float* weights, float* means, float* squares) {
  const std::vector<float> columns = by_columns(s, dy);
  const int64_t rows_a_task = std::max<int64_t>(1, 24576 / s.units / kRows) * kRows;
  parallel_for((s.inputs + rows_a_task - 1) / rows_a_task, [&](int64_t task) {
    const int64_t end = std::min(s.inputs, (task + 1) * rows_a_task);
    int64_t row = task * rows_a_task;
    Waiting waiting;
    for (; row + kRows <= end; row += kRows) {
      update_rows<kRows>(s, x + row, columns.data(), row * s.units, weights, means, squares, waiting);
    }
    for (; row < end; row++) {
      update_rows<1>(s, x + row, columns.data(), row * s.units, weights, means, squares, waiting);
    }
    waiting.move_some(s, waiting.count, weights, means, squares);
  });
}

}  // namespace

extern const DenseAdamRoutine dense_adam;
const DenseAdamRoutine dense_adam = update;

}  // namespace ABLATE_ISA
}  // namespace ablate
