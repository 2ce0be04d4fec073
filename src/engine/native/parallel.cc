#include "parallel.h"

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace ablate {
namespace {

// Threads that wait for work. Made once and never taken down: the process ends while they wait.
class Pool {
 public:
  static Pool& shared() {
    static Pool* pool = new Pool(wanted_threads());
    return *pool;
  }

  void run(int64_t count, const std::function<void(int64_t)>& work) {
    // One caller at a time: TensorFlow may run two ops at once.
    std::lock_guard<std::mutex> turn(turn_);
    {
      std::lock_guard<std::mutex> lock(mutex_);
      work_ = &work;
      count_ = count;
      next_ = 0;
      busy_ = helpers_;
      round_ += 1;
    }
    wake_.notify_all();
    take(work, count);
    std::unique_lock<std::mutex> lock(mutex_);
    done_.wait(lock, [this] { return busy_ == 0; });
  }

 private:
  explicit Pool(int threads) : helpers_(threads - 1) {
    for (int helper = 0; helper < helpers_; helper++) {
      std::thread([this] { serve(); }).detach();
    }
  }

  static int wanted_threads() {
    const char* named = std::getenv("TF_NUM_INTRAOP_THREADS");
    int threads = named ? std::atoi(named) : 0;
    if (threads < 1) {
      threads = static_cast<int>(std::thread::hardware_concurrency());
    }
    return threads < 1 ? 1 : threads;
  }

  void serve() {
    int64_t seen = 0;
    while (true) {
      const std::function<void(int64_t)>* work;
      int64_t count;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        wake_.wait(lock, [&] { return round_ != seen; });
        seen = round_;
        work = work_;
        count = count_;
      }
      take(*work, count);
      std::lock_guard<std::mutex> lock(mutex_);
      if (--busy_ == 0) {
        done_.notify_one();
      }
    }
  }

  void take(const std::function<void(int64_t)>& work, int64_t count) {
    for (int64_t index = next_++; index < count; index = next_++) {
      work(index);
    }
  }

  const int helpers_;
  std::mutex turn_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable done_;
  const std::function<void(int64_t)>* work_ = nullptr;
  int64_t count_ = 0;
  std::atomic<int64_t> next_{0};
  int busy_ = 0;
  int64_t round_ = 0;
};

}  // namespace

void parallel_for(int64_t count, const std::function<void(int64_t)>& work) {
  if (count == 1) {
    // Waking the others would take longer than little work.
    work(0);
    return;
  }
  Pool::shared().run(count, work);
}

}  // namespace ablate
