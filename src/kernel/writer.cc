#include "kernel/writer.h"

#include <future>

#include "base/random.h"
#include "base/text.h"
#include "kernel/carry_out.h"
#include "kernel/proposals.h"

namespace alongside::kernel {
namespace {

// PostgreSQL keeps at most 64 subtransactions of a transaction in its cache: more, and every snapshot pays for it.
constexpr std::size_t batch_max_postgres = 60;
constexpr std::size_t batch_max_sqlite = 256;

Outcome refused(Problems problems) { return {.problems = std::move(problems)}; }

Outcome our_fault() {
  return refused(problem(Code::cannot_write, "", msg("This went wrong on our side. Nothing was saved. Please try again.")));
}

Outcome disk_trouble(const store::Failure& failure) {
  if (failure.trouble == store::Trouble::disk_full) {
    return refused(problem(Code::cannot_write, "", msg("The disk is full. Nothing was saved. The keeper has to make room.")));
  }
  if (failure.trouble == store::Trouble::read_only) {
    return refused(problem(Code::cannot_write, "", msg("The disk cannot be written to. Nothing was saved.")));
  }
  return our_fault();
}

// An order went wrong after it had begun to write, and nothing marks where it began.
struct HalfWritten {};

bool ends_the_batch(store::Trouble trouble) {
  return trouble == store::Trouble::disk_full || trouble == store::Trouble::read_only ||
         trouble == store::Trouble::connection_lost || trouble == store::Trouble::corrupt;
}

}  // namespace

Digest fingerprint(std::string_view command, const Json& request) {
  return sha256(command, "\n", request.canonical());
}

Writer::Writer(WriterParts parts)
    : parts_(std::move(parts)), connection_(parts_.database.writer()), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard hold(lock_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

std::string Writer::why_broken() const {
  const std::lock_guard hold(lock_);
  return why_;
}

void Writer::break_down(const std::string& why) {
  const std::lock_guard hold(lock_);
  why_ = why;
  broken_ = true;
}

void Writer::submit(Order order, Answer answer) {
  {
    const std::lock_guard hold(lock_);
    if (!stopping_ && !broken_ && waiting_.size() < orders_waiting_max) {
      waiting_.push_back({std::move(order), std::move(answer)});
      wake_.notify_one();
      return;
    }
  }
  if (broken_) return answer(our_fault());
  answer(refused(problem(Code::too_many, "", msg("Too much is happening at once. Wait a minute and try again."))));
}

Outcome Writer::submit_and_wait(Order order) {
  std::promise<Outcome> promise;
  std::future<Outcome> outcome = promise.get_future();
  submit(std::move(order), [&promise](Outcome done) { promise.set_value(std::move(done)); });
  return outcome.get();
}

void Writer::run() {
  const std::size_t batch_max = connection_->is_postgres() ? batch_max_postgres : batch_max_sqlite;
  for (;;) {
    std::vector<Waiting> batch;
    {
      std::unique_lock hold(lock_);
      wake_.wait(hold, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      // Step 1. A batch is what waits; it never waits for more.
      while (!waiting_.empty() && batch.size() < batch_max) {
        batch.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
    }
    serve(batch);
  }
}

void Writer::serve(std::vector<Waiting>& batch) {
  for (Waiting& one : batch) {
    // Every order has a key from here on, so that a batch that is run again counts nothing twice.
    if (one.order.key.empty()) one.order.key = secret_bytes(16);
  }
  BatchResult result;
  constexpr int tries_max = 5;
  bool each_alone = false;
  for (int attempt = 1;; ++attempt) {
    if (broken_) {
      result.outcomes.assign(batch.size(), our_fault());
      break;
    }
    try {
      result = in_one_transaction(batch, each_alone);
      break;
    } catch (const HalfWritten&) {
      connection_->rollback();
      parts_.vault.forget_reserved();
      each_alone = true;
    } catch (const store::Failure& failure) {
      connection_->rollback();
      parts_.vault.forget_reserved();
      if (failure.trouble == store::Trouble::connection_lost && attempt < tries_max) {
        // Whether the COMMIT was done is not known. Connect anew and run the batch again: the keys tell.
        try {
          connection_ = parts_.database.writer();
          continue;
        } catch (const store::Failure&) {
          // Fall through: the database cannot be reached.
        }
      }
      if (failure.trouble == store::Trouble::connection_lost || failure.trouble == store::Trouble::corrupt) {
        break_down(failure.what());
      }
      result.outcomes.assign(batch.size(), disk_trouble(failure));
      break;
    } catch (const std::exception& wrong) {
      // A broken invariant in the record's path: nothing more is written by this process.
      connection_->rollback();
      parts_.vault.forget_reserved();
      break_down(wrong.what());
      result.outcomes.assign(batch.size(), our_fault());
      break;
    }
  }

  at(Step::answer);
  // Step 9. Everyone is answered only now: what is answered is durable. Readers are told first, so that whoever is answered
  // finds what they did.
  if (result.changed && parts_.committed) parts_.committed(result.head, result.words_changed);
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].answer(std::move(result.outcomes[i]));
}

Writer::BatchResult Writer::in_one_transaction(const std::vector<Waiting>& batch, bool each_alone) {
  BatchResult result;
  at(Step::lock);
  // Step 2. The process holds the place's lock; the transaction takes the database's.
  connection_->begin();
  at(Step::fence);
  // Step 3. LogTail stops when `head` was written by another schema.
  LogTail tail(*connection_);
  at(Step::orders);
  // Step 4. One after another: an order sees what those before it did. It writes only once all is decided, so one that is
  // refused leaves nothing. Should one fail while it writes, the batch begins anew with each order in a savepoint; these
  // cost a tenth of the time and are seldom needed.
  for (const Waiting& one : batch) {
    std::optional<LogTail::Mark> mark;
    if (each_alone) {
      mark = tail.mark();
      connection_->savepoint();
    }
    Outcome outcome;
    bool failed = false;
    try {
      outcome = one_order(one.order, tail, result);
    } catch (const store::Failure& failure) {
      if (ends_the_batch(failure.trouble)) throw;
      failed = true;
    } catch (const std::exception&) {
      failed = true;
    }
    if (failed) {
      if (!each_alone) throw HalfWritten{};
      outcome = our_fault();
      connection_->rollback_to();
      tail.back_to(*mark);
    } else if (each_alone) {
      connection_->release();
    }
    result.outcomes.push_back(std::move(outcome));
  }
  at(Step::read_back);
  // Step 5. A crash until here leaves nothing: no slot was stored, nothing was committed.
  if (result.changed) tail.seal();
  at(Step::store_secrets);
  // Step 6. Create before: a crash after this and before the commit leaves slots that nothing refers to.
  parts_.vault.store_reserved();
  at(Step::commit);
  // Step 7. Durable when it returns.
  try {
    connection_->commit();
  } catch (const store::Failure& failure) {
    if (failure.trouble != store::Trouble::connection_lost && failure.trouble != store::Trouble::disk_full) {
      break_down(std::string("COMMIT failed: ") + failure.what());
    }
    throw;
  }
  result.head = tail.head();
  at(Step::destroy);
  // Step 8. Destroy after. A crash here leaves the list: the next batch, or the next start, marks the slots.
  try {
    destroy_listed();
  } catch (const std::exception& wrong) {
    break_down(std::string("erased words could not be destroyed in the vault: ") + wrong.what());
  }
  return result;
}

void Writer::destroy_listed() {
  std::vector<store::Slot> slots;
  connection_->each("SELECT slot FROM destroy ORDER BY slot", {}, [&](const store::Row& row) { slots.push_back(row.integer(0)); });
  if (slots.empty()) return;
  parts_.vault.destroy(slots);
  connection_->run("DELETE FROM destroy", {});  // outside a transaction: losing this only marks the slots once more
}

std::optional<Outcome> Writer::answered_before(const std::string& key, const Digest& request) {
  std::optional<Outcome> out;
  connection_->each("SELECT request, first_act, acts FROM answered WHERE key = $1", {store::Blob{key}}, [&](const store::Row& row) {
    if (row.blob(0) != view(request)) {
      out = refused(problem(Code::same_key, "", msg("This key was used before, for something else. Use a new key.")));
      return;
    }
    out = Outcome{.again = true};
    for (std::int64_t i = 0; i < row.integer(2); ++i) out->acts.push_back({row.integer(1) + i});
  });
  return out;
}

Outcome Writer::one_order(const Order& order, LogTail& tail, BatchResult& batch) {
  const Command* command = parts_.house.command(order.command);
  if (command == nullptr) return refused(problem(Code::not_found, "", msg("Give a command that is known here."), order.command));
  // The same key from two sessions is two keys.
  const std::string key = parts_.lookup.digest("order", order.credential.session + "\n" + order.key);
  const Digest request = order.came_as.value_or(fingerprint(order.command, order.request));
  if (auto before = answered_before(key, request)) return *before;

  const Instant now = parts_.now();
  Reader reader(*connection_, &parts_.vault, &parts_.lookup, {tail.size()});
  const Actor actor = parts_.house.actor(reader, order.credential, now);
  const MayAsk ask{actor, reader, order.request, order.path};
  const bool may = command->row.may(ask);
  if (!may && !command->row.may_propose(ask)) {
    return refused(problem(Code::not_allowed, "", msg("You cannot do this from here. Sign in as somebody who may.")));
  }
  const Situation situation{.reader = reader,
                            .actor = actor,
                            .today = parts_.today(now),
                            .now = now,
                            .next_index = {tail.size()},
                            .next_person = {reader.count("SELECT value FROM counters WHERE name = 'person'") + 1},
                            .secret = parts_.lookup.digest("secret", order.credential.session + "\n" + order.key),
                            .place = parts_.place};
  Result<Changes> decided = command->run(situation, order.request);
  if (!decided) return refused(std::move(decided).problems());

  // What may only be proposed was checked like any other order; its changes are left, and the order is kept instead.
  if (!may) decided = propose(situation, order);
  Changes& changes = decided.value();
  if (order.proposal.is_set() && may) {
    if (Status taken = take_up(situation, order, changes); !taken) return refused(std::move(taken).problems());
  }
  if (changes.refusal().any()) {
    // Without its key: trying again must ask again.
    for (const PrivateStatement& statement : changes.statements()) connection_->run(statement.sql, statement.values);
    return {.problems = changes.refusal(), .counted = true};
  }
  Outcome outcome{.told = changes.told(), .then = changes.then(), .proposed = !may};
  if (changes.created().is_set()) {
    connection_->run("UPDATE counters SET value = $1 WHERE name = 'person'", {changes.created().value});
  }
  Carried carried = carry_out(parts_.house, std::move(changes), situation.today, *connection_, parts_.vault, tail);
  connection_->run("INSERT INTO answered (key, request, first_act, acts, on_day) VALUES ($1, $2, $3, $4, $5)",
                   {store::Blob{key}, store::Blob{std::string(view(request))},
                    carried.acts.empty() ? std::int64_t{-1} : carried.acts.front().value,
                    static_cast<std::int64_t>(carried.acts.size()), std::int64_t{situation.today.number()}});
  outcome.acts = std::move(carried.acts);
  batch.changed = true;
  batch.words_changed.insert(batch.words_changed.end(), carried.words_changed.begin(), carried.words_changed.end());
  return outcome;
}

}  // namespace alongside::kernel
