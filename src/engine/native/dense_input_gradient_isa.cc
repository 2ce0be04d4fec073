// Compiled once for each instruction set, which ABLATE_ISA names.
#include <algorithm>
#include <vector>

#include "dense_input_gradient.h"
#include "parallel.h"
#include "vectors.h"

namespace ablate {
namespace ABLATE_ISA {
namespace {

constexpr int64_t kInputsATask = 2048;

// The weights of `count` inputs with each unit's in a row of its own.
std::vector<float> by_units(const DenseInputGradient& s, int64_t count, const float* weights) {
  std::vector<float> rows(s.units * count);
  for (int64_t input = 0; input < count; input++) {
    for (int64_t unit = 0; unit < s.units; unit++) {
      rows[unit * count + input] = weights[input * s.units + unit];
    }
  }
  return rows;
}

void compute_row(int64_t units, int64_t count, const float* dy, const float* rows, float* dx) {
  int64_t input = 0;
  for (; input + kLanes <= count; input += kLanes) {
    Vec sum = {};
    for (int64_t unit = 0; unit < units; unit++) {
      sum += spread(dy[unit]) * load(rows + unit * count + input);
    }
    store(dx + input, sum);
  }
  for (; input < count; input++) {
    dx[input] = 0;
    for (int64_t unit = 0; unit < units; unit++) {
      dx[input] += dy[unit] * rows[unit * count + input];
    }
  }
}

void compute(const DenseInputGradient& s, const float* dy, const float* weights, float* dx) {
  parallel_for((s.inputs + kInputsATask - 1) / kInputsATask, [&](int64_t task) {
    const int64_t input = task * kInputsATask;
    const int64_t count = std::min(kInputsATask, s.inputs - input);
    const std::vector<float> rows = by_units(s, count, weights + input * s.units);
    for (int64_t each = 0; each < s.batch; each++) {
      compute_row(s.units, count, dy + each * s.units, rows.data(), dx + each * s.inputs + input);
    }
  });
}

}  // namespace

extern const DenseInputGradientRoutine dense_input_gradient;
const DenseInputGradientRoutine dense_input_gradient = compute;

}  // namespace ABLATE_ISA
}  // namespace ablate
