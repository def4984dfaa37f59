// The commands of what people say as rows: who may, where their forms stand, and their words.
#pragma once

#include "kernel/concern.h"

namespace alongside::said {

kernel::CommandRow give_row();
kernel::CommandRow draft_row();
kernel::CommandRow change_row();
kernel::CommandRow pause_row();
kernel::CommandRow resume_row();
kernel::CommandRow withdraw_row();
kernel::CommandRow judge_row();
kernel::CommandRow publish_row();
kernel::CommandRow refuse_row();
kernel::CommandRow group_row();
kernel::CommandRow ungroup_row();
kernel::CommandRow answer_row();

}  // namespace alongside::said
