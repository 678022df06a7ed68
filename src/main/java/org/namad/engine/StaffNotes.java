package org.namad.engine;

import java.io.InputStream;
import java.util.List;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * The engine's notes and files on tasks as staff meet them. Left to itself the engine lets every account read all of
 * them and delete any file. Here whoever sees a task reads what is noted on it; those of them who do tasks write; notes
 * are changed by their authors, and files deleted by administrators.
 */
class StaffNotes extends TaskServiceImpl {

    final StaffTaskGuard guard;

    StaffNotes(StaffTaskGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addComment(String taskId, String processInstanceId, String message) {
        createComment(taskId, processInstanceId, message);
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        requireWriter(taskId, processInstanceId);
        return super.createComment(taskId, processInstanceId, message);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        requireAuthor(taskId, commentId);
        super.updateTaskComment(taskId, commentId, message);
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        requireAuthor(taskId, commentId);
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void deleteTaskComments(String taskId) {
        requireKeeper();
        super.deleteTaskComments(taskId);
    }

    @Override
    public void updateProcessInstanceComment(String processInstanceId, String commentId, String message) {
        requireKeeper();
        super.updateProcessInstanceComment(processInstanceId, commentId, message);
    }

    @Override
    public void deleteProcessInstanceComment(String processInstanceId, String commentId) {
        requireKeeper();
        super.deleteProcessInstanceComment(processInstanceId, commentId);
    }

    @Override
    public void deleteProcessInstanceComments(String processInstanceId) {
        requireKeeper();
        super.deleteProcessInstanceComments(processInstanceId);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        requireSight(taskId);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        requireSight(taskId);
        return super.getTaskComment(taskId, commentId);
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        requireSightOfCase(processInstanceId);
        return super.getProcessInstanceComments(processInstanceId);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
            String description, InputStream content) {
        requireWriter(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
            String description, String url) {
        requireWriter(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        requireKeeper();
        super.saveAttachment(attachment);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        requireKeeper();
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        requireKeeper();
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        requireKeeper();
        return super.getAttachment(attachmentId);
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        requireKeeper();
        return super.getAttachmentContent(attachmentId);
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        requireSight(taskId);
        return super.getTaskAttachment(taskId, attachmentId);
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        requireSight(taskId);
        return super.getTaskAttachmentContent(taskId, attachmentId);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        requireSight(taskId);
        return super.getTaskAttachments(taskId);
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        requireSightOfCase(processInstanceId);
        return super.getProcessInstanceAttachments(processInstanceId);
    }

    /** Those whose role it is to look only do nothing with tasks. */
    final void requireWorker(String userId) {
        if (!guard.isWorker(commandExecutor, userId)) {
            throw StaffRefusals.onlyWorkers();
        }
    }

    /** The engine does not ask who writes a note or adds a file: whoever does tasks and sees this one. */
    private void requireWriter(String taskId, String processInstanceId) {
        guard.caller(commandExecutor).ifPresent(caller -> {
            requireWorker(caller);
            boolean seen = taskId != null && (processInstanceId == null ? createTaskQuery().taskId(taskId)
                : createTaskQuery().taskId(taskId).processInstanceId(processInstanceId)).count() > 0;
            if (!seen && !guard.isTrusted(commandExecutor)) {
                throw StaffRefusals.notYours();
            }
        });
    }

    /** What somebody has noted is changed by that person alone. */
    private void requireAuthor(String taskId, String commentId) {
        requireSight(taskId);
        Comment comment = super.getTaskComment(taskId, commentId);
        if (!guard.isTrusted(commandExecutor) && comment != null
                && !guard.caller(commandExecutor).orElseThrow().equals(comment.getUserId())) {
            throw StaffRefusals.onlyAuthors();
        }
    }

    /** Files and what stands in a case are taken away by administrators alone. */
    private void requireKeeper() {
        if (!guard.isTrusted(commandExecutor)) {
            throw StaffRefusals.onlyAuthors();
        }
    }

    /** The engine does not ask who reads the notes and files of a task: whoever sees it, open or done. */
    private void requireSight(String taskId) {
        if (!guard.isTrusted(commandExecutor) && createTaskQuery().taskId(taskId).count() == 0
                && guard.history(commandExecutor).createHistoricTaskInstanceQuery().taskId(taskId).count() == 0) {
            throw StaffRefusals.notYours();
        }
    }

    private void requireSightOfCase(String processInstanceId) {
        if (!guard.isTrusted(commandExecutor) && guard.history(commandExecutor).createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId).count() == 0) {
            throw StaffRefusals.notYours();
        }
    }
}
