"""依申请公开 at the desk: register, queue, case page, replies, letters, statistics."""
