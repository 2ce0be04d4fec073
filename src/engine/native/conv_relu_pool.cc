#include "conv_relu_pool.h"

#include <cstdlib>
#include <string>

namespace ablate {

#define ABLATE_DECLARE(isa) namespace isa { extern const ConvReluPoolRoutines routines; }

#if defined(__x86_64__)
ABLATE_DECLARE(avx512)
ABLATE_DECLARE(avx2)
#endif
ABLATE_DECLARE(baseline)

const ConvReluPoolRoutines& conv_relu_pool() {
  const char* named = std::getenv("ABLATE_INSTRUCTIONS");
  const std::string wanted = named ? named : "";
#if defined(__x86_64__)
  const bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                          __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
  if (has_avx512 && (wanted.empty() || wanted == "avx512")) {
    return avx512::routines;
  }
  const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (has_avx2 && wanted != "baseline") {
    return avx2::routines;
  }
#endif
  return baseline::routines;
}

}  // namespace ablate
