// The commands of asks as rows: who may, where their forms stand, and their words.
#pragma once

#include "kernel/concern.h"

namespace alongside::ask {

kernel::CommandRow open_row();
kernel::CommandRow code_row();
kernel::CommandRow publish_row();
kernel::CommandRow refuse_row();
kernel::CommandRow merge_row();
kernel::CommandRow withdraw_row();
kernel::CommandRow send_row();
kernel::CommandRow delivered_row();
kernel::CommandRow bounced_row();
kernel::CommandRow needs_reply_row();
kernel::CommandRow clarify_row();
kernel::CommandRow pass_on_row();
kernel::CommandRow reply_row();
kernel::CommandRow split_row();
kernel::CommandRow judge_row();

}  // namespace alongside::ask
