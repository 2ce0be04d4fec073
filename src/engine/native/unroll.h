// Loops whose counters are constants: a compiler's own unrolling comes too late for it to keep what they index in registers, and to compute
// beforehand what depends on the counter alone.
#pragma once
#include <type_traits>
#include <utility>

#define ABLATE_INLINE __attribute__((always_inline))
// For what is long once unrolled: compiled once, whoever calls it.
#define ABLATE_APART __attribute__((noinline))

namespace ablate {

template <class Body, int... counters>
ABLATE_INLINE inline void each_of(const Body& body, std::integer_sequence<int, counters...>) {
  (body(std::integral_constant<int, counters>()), ...);
}

// Calls the body with 0, 1 and so on to count - 1.
template <int count, class Body>
ABLATE_INLINE inline void each(const Body& body) {
  each_of(body, std::make_integer_sequence<int, count>());
}

}  // namespace ablate
