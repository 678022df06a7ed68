package org.namad.engine;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;

import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What staff are told in Tasklist and over REST when they cannot do what they ask for, in Persian and English. The REST
 * API passes on the words of an {@link AuthorizationException}; those of others it wraps into technical ones.
 */
final class StaffRefusals {

    /** The attribute of a request that was refused with one of these sentences. */
    static final String REFUSED = StaffRefusals.class.getName();

    private StaffRefusals() {
    }

    static AuthorizationException secondPerson() {
        return refusal("این کار را باید همکار دیگری انجام دهد، نه کسی که تصمیم پیشین را گرفته یا به جای او تصمیم گرفته شده است.",
            "A second person must do this: neither whoever took the earlier decision nor whoever it was taken for.");
    }

    static AuthorizationException claimedBy(String name) {
        return refusal("این کار را %s برداشته است. اگر باید به شما برسد، از سرپرست بخواهید.".formatted(name),
            "%s has claimed this task. If it should be yours, ask a supervisor.".formatted(name));
    }

    static AuthorizationException doneBy(String name) {
        return refusal("این کار را %s همین حالا انجام داده است؛ کار شما ثبت نشد. فهرست را تازه کنید.".formatted(name),
            "%s has just done this task; nothing of yours was recorded. Please refresh the list.".formatted(name));
    }

    static AuthorizationException movedOn() {
        return refusal("این کار دیگر باز نیست؛ پرونده جلو رفته است. فهرست را تازه کنید.",
            "This task is no longer open: the case has moved on. Please refresh the list.");
    }

    static AuthorizationException atOnce() {
        return refusal("هم‌زمان با شما تغییر دیگری در این کار ثبت شد. لطفاً دوباره بکوشید.",
            "Somebody changed this task at the same moment. Please try again.");
    }

    static AuthorizationException supervisorsAssign() {
        return refusal("کار را تنها برای خودتان می‌توانید بردارید یا به گروه برگردانید؛ سپردن به دیگران با سرپرست است.",
            "You can claim a task for yourself or give your own back; supervisors assign tasks to others.");
    }

    static AuthorizationException onlyWorkers() {
        return refusal("ممیزان و صاحبان فرایند کاری را انجام نمی‌دهند و چیزی بر آن نمی‌نویسند.",
            "Auditors and process owners do no tasks and write nothing on them.");
    }

    static AuthorizationException onlyAssigned() {
        return refusal("چه کسانی نامزد این کارند در مدل فرایند آمده است؛ کار را به همکاری بسپارید.",
            "Who the candidates are stands in the model of the process; assign the task to a colleague instead.");
    }

    static AuthorizationException onlyCandidates() {
        return refusal("این کار به گروه این شخص نمی‌رسد؛ مدل فرایند گروه دیگری را برای آن نامزد کرده است.",
            "This task is not for that person's groups: the model of the process names others for it.");
    }

    static AuthorizationException onlySides() {
        return refusal("این کار با یکی از طرف‌های پرونده است، نه با کارکنان.",
            "This task belongs to a side of the case, not to staff.");
    }

    static AuthorizationException notYours() {
        return refusal("یادداشت‌ها و پیوست‌های کاری را که نمی‌بینید نه می‌توانید بخوانید و نه بنویسید.",
            "You can neither read nor write the notes and attachments of a task that you do not see.");
    }

    static AuthorizationException onlyAuthors() {
        return refusal("هر کس تنها یادداشت خودش را عوض یا پاک می‌کند؛ پیوست‌ها را راهبر سامانه پاک می‌کند.",
            "Everybody changes and deletes notes of their own only; administrators delete attachments.");
    }

    static AuthorizationException notOffered(Collection<String> names) {
        String list = String.join(", ", names);
        return refusal("فرم این کار چنین چیزی نمی‌پرسد: %s. چیزی ثبت نشد.".formatted(list),
            "The form of this task does not ask for: %s. Nothing was recorded.".formatted(list));
    }

    static AuthorizationException leftEmpty(String label) {
        return refusal("«%s» را پر کنید؛ بی آن چیزی ثبت نمی‌شود.".formatted(label),
            "Please fill in “%s”; nothing was recorded without it.".formatted(label));
    }

    static AuthorizationException noChoice(String label) {
        return refusal("برای «%s» یکی از گزینه‌های فرم را برگزینید؛ چیزی ثبت نشد.".formatted(label),
            "For “%s” choose one of what the form offers; nothing was recorded.".formatted(label));
    }

    static AuthorizationException wrongLength(String label, int shortest, int longest) {
        NumberFormat persian = NumberFormat.getIntegerInstance(Locale.forLanguageTag("fa"));
        return refusal("«%s» متنی است با %s تا %s نویسه؛ چیزی ثبت نشد.".formatted(label, persian.format(shortest),
            persian.format(longest)), "“%s” is a text of %d to %d characters; nothing was recorded.".formatted(label, shortest, longest));
    }

    static AuthorizationException onlyByForm() {
        return refusal("این کار را با فرم آن به پایان برسانید.", "Finish this task with its form.");
    }

    private static AuthorizationException refusal(String persian, String english) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSED, true, RequestAttributes.SCOPE_REQUEST);
        }
        // Each sentence in its own direction, whatever the direction of the page that shows both.
        return new AuthorizationException("\u2067" + persian + "\u2069 / \u2066" + english + "\u2069");
    }
}
