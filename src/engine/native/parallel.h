// Shares work among the threads that TensorFlow was given.
#pragma once
#include <cstdint>
#include <functional>

namespace ablate {

// Calls work(0) to work(count - 1), each once, on as many threads as TF_NUM_INTRAOP_THREADS says (else: as the machine has),
// and returns when all are done. Which thread takes which is not fixed: no result may depend on it.
void parallel_for(int64_t count, const std::function<void(int64_t)>& work);

}  // namespace ablate
