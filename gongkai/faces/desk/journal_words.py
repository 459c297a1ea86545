"""The words of the journal's pages: what was done, on what, and the names of values."""

from typing import Final

VERBS: Final = {
    # the journal itself
    "verify_journal": "核验办理记录",
    "expire_entries": "清理到期的办理记录",
    "export_journal": "导出办理记录",
    "guard_journal": "恢复办理记录的触发器",
    "read": "查看或者下载",
    # reports
    "submit_files": "上传文件",
    "extend_session": "延长保留时间",
    "discard_session": "删除体检",
    "remove_file": "移除文件",
    "confirm_reading": "确认读数",
    "undo_confirmation": "撤销确认",
    "keep_report": "保存到年报库",
    "withdraw_report": "移出年报库",
    "restore_report": "放回年报库",
    "prepare_demo": "准备演示数据",
    # organs and people
    "load_workdays": "录入工作日",
    "create_demo_account": "建立演示账号",
    "found_organ": "登记机构",
    "amend_organ": "更正机构信息",
    "rename_organ": "更名",
    "undo_rename": "撤回更名",
    "merge_organs": "合并，机关撤销",
    "split_organ": "分设",
    "close_organ": "撤销机关",
    "reopen_organ": "恢复机关",
    "take_over": "承接职能",
    "open_unit": "设立科室",
    "rename_unit": "科室更名",
    "close_unit": "撤销科室",
    "register_person": "登记人员",
    "retire_person": "停用账号",
    "restore_person": "恢复账号",
    "give_duty": "授予角色",
    "end_duty": "结束任职",
    "appoint_stand_in": "指定代理",
    "end_stand_in": "结束代理",
    # signing in
    "sign_in": "登录",
    "sign_out": "退出登录",
    "session_ended": "登录到期或者被结束",
    "sign_in_failed": "登录失败",
    "sign_in_locked": "登录锁定",
    "sign_in_refused": "锁定期间登录被拒",
    "unlock_sign_in": "解除登录锁定",
    "end_sessions": "结束登录",
    "change_password": "修改密码",
    "issue_password": "发放临时密码",
    "begin_second_factor": "开始设置动态验证码",
    "turn_on_second_factor": "启用动态验证码",
    "turn_off_second_factor": "停用动态验证码",
    "second_factor_failed": "动态验证码不对",
    "renew_backup_codes": "更换备用码",
    "use_backup_code": "使用备用码",
    "hold_form": "暂存未提交的表单",
    "drop_form": "删除暂存的表单",
    "oidc_vouched": "统一身份认证通过",
    "oidc_refused": "统一身份认证没有通过",
    "oidc_unknown": "统一身份认证的人没有登记",
    # content checks
    "waive_finding": "豁免检查问题",
    "lift_waiver": "取消豁免",
    # files
    "store_file": "存入文件",
    "clean_file": "检查文件，清除隐藏信息",
    "refuse_file": "退回文件",
    "forget_original": "清除后删除原件",
    "discard_file": "删除文件",
    # word lists
    "open_word_list": "建立词表",
    "rename_word_list": "更改词表名称或者来源",
    "switch_word_list": "启用或者停用词表",
    "add_word": "增加词条",
    "amend_word": "修改词条",
    "remove_word": "删除词条",
    "look_through_words": "读取词表文件，预览",
    "import_words": "导入词条",
    "discard_words": "放弃导入词条",
    # publishing
    "open_item": "新建信息",
    "open_edition": "开始更正或者重新办理",
    "save_draft": "保存草稿",
    "discard": "作废",
    "submit": "送审",
    "take_back": "撤回送审",
    "pass_on": "审核同意",
    "sign": "签发",
    "send_back": "退回",
    "hand_over": "委托审核",
    "release": "发布",
    "release_urgently": "紧急发布",
    "schedule": "设定定时发布",
    "unschedule": "取消定时发布",
    "file_away": "存档，不对外发布",
    "reopen": "签发后退回修改",
    "confirm": "补审同意",
    "confirm_last": "补审完成",
    "object": "补审不同意",
    "settle": "处理补审意见",
    "withdraw": "撤回",
    "replace": "替代",
    "propose_change": "提出公开属性变更",
    "change_endorse": "同意公开属性变更，报领导审批",
    "change_refuse": "不同意公开属性变更",
    "change_approve": "批准公开属性变更",
    "change_decline": "不批准公开属性变更",
    "reassess": "定期评估",
    "set_chain": "修改审核流程",
    "reset_chain": "恢复审核流程",
    "place": "登记其他渠道",
    "remove_placement": "删除渠道登记",
    "followed": "其他渠道已经同步",
}
SUBJECTS: Final = {
    "item": "信息",
    "word_list": "词表",
    "journal": "办理记录",
    "verification": "核验",
    "annual_report": "年报",
    "file": "文件",
    "annual_reports": "年报库",
    "reading_session": "体检",
    "workdays": "工作日",
    "user": "用户",
    "organ": "机关",
    "organs": "机构与人员",
    "oidc": "统一身份认证",
    "name": "用户名",
    "address": "来源地址",
}
UNKNOWN_ORGAN: Final = "（不在可见范围内）"
NO_ORGAN: Final = "（没有机关）"
EXPORT_HEAD: Final = (
    "序号",
    "时间",
    "操作人",
    "操作人编号",
    "机关",
    "事项",
    "对象",
    "之前",
    "之后",
    "依据",
    "来源地址",
    "来源程序",
    "算法",
    "校验值",
)
EXPORT_NAME: Final = "办理记录"


def verb_of(verb: str) -> str:
    """What was done, in words."""
    return VERBS.get(verb, verb)


def subject_of(subject: str) -> str:
    """On what it was done."""
    kind, _, number = subject.partition(":")
    label = SUBJECTS.get(kind, kind)
    return f"{label} {number}" if number else label
