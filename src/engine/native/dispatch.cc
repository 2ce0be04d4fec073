#include <cstdlib>
#include <string>

#include "conv_relu_pool.h"
#include "dense.h"
#include "dense_adam.h"
#include "dense_input_gradient.h"
#include "winograd.h"

namespace ablate {

#define ABLATE_DECLARE(isa)                                    \
  namespace isa {                                              \
  extern const ConvReluPoolRoutines conv_relu_pool;            \
  extern const DenseRoutine dense;                             \
  extern const DenseAdamRoutine dense_adam;                    \
  extern const DenseInputGradientRoutine dense_input_gradient; \
  extern const FindWinograd find_winograd;                     \
  }

#if defined(__x86_64__)
ABLATE_DECLARE(avx512)
ABLATE_DECLARE(avx2)
#endif
ABLATE_DECLARE(baseline)

namespace {

struct Routines {
  const ConvReluPoolRoutines& conv_relu_pool;
  DenseRoutine dense;
  DenseAdamRoutine dense_adam;
  DenseInputGradientRoutine dense_input_gradient;
  FindWinograd find_winograd;
};

Routines choose() {
  const char* named = std::getenv("ABLATE_INSTRUCTIONS");
  const std::string wanted = named ? named : "";
#if defined(__x86_64__)
  const bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                          __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
  if (has_avx512 && (wanted.empty() || wanted == "avx512")) {
    return {avx512::conv_relu_pool, avx512::dense, avx512::dense_adam, avx512::dense_input_gradient, avx512::find_winograd};
  }
  const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (has_avx2 && wanted != "baseline") {
    return {avx2::conv_relu_pool, avx2::dense, avx2::dense_adam, avx2::dense_input_gradient, avx2::find_winograd};
  }
#endif
  return {baseline::conv_relu_pool, baseline::dense, baseline::dense_adam, baseline::dense_input_gradient, baseline::find_winograd};
}

}  // namespace

bool knows_instructions() {
  const char* named = std::getenv("ABLATE_INSTRUCTIONS");
  const std::string wanted = named ? named : "";
  return wanted.empty() || wanted == "avx512" || wanted == "avx2" || wanted == "baseline";
}

namespace {

const Routines& chosen() {
  static const Routines routines = choose();
  return routines;
}

}  // namespace

const ConvReluPoolRoutines& conv_relu_pool() { return chosen().conv_relu_pool; }
DenseRoutine dense() { return chosen().dense; }
DenseAdamRoutine dense_adam() { return chosen().dense_adam; }
DenseInputGradientRoutine dense_input_gradient() { return chosen().dense_input_gradient; }
const WinogradRoutines* winograd(const WinogradKernel& kernel) { return chosen().find_winograd(kernel.rows, kernel.columns); }

}  // namespace ablate
