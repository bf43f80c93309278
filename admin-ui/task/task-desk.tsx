import { useState } from "react";
import { announceDone } from "./announce-done.js";
import { CameBackNotice, HeldNotice } from "./case-standing.js";
import { ClosedTask } from "./closed-task.js";
import { CompleteForm } from "./complete-form.js";
import { EarlierWork } from "./earlier-work.js";
import { NotYours } from "./not-yours.js";
import { Refusal } from "./refusal.js";
import { TaskFacts } from "./task-facts.js";
import type { TaskView } from "./task-operations.js";
import { Unsent } from "./unsent.js";
import { type Completed, useCompletion } from "./use-completion.js";
import { useRecall } from "./use-recall.js";
import { useTaskDraft } from "./use-task-draft.js";
import { YouAreHere } from "./you-are-here.js";

/** The task as the server's answer to what was just done leaves it, until it is read anew. */
function afterwards(task: TaskView, answer: Completed | null): TaskView {
  const { task: changed, instance } = answer ?? {};
  if (changed === undefined || changed === null || task.closedAt !== null) return task;
  return { ...task, ...changed, instance: { ...task.instance, ...instance } };
}

/** What is to be done, what it needs, and what became of it. */
export function TaskDesk(props: { task: TaskView; reread: () => void }) {
  const [answer, setAnswer] = useState<Completed | null>(null);
  const task = afterwards(props.task, answer);
  const hand = useTaskDraft(task.id);
  const [, recall] = useRecall(task);
  const completion = useCompletion(task, hand, {
    done: (completed) => {
      hand.clear();
      setAnswer(completed);
      announceDone(task.id, completed, recall);
    },
    refused: props.reread,
  });
  const isOpen = task.closedAt === null;
  return (
    <>
      {!isOpen && <HeldNotice task={task} />}
      {isOpen && <CameBackNotice task={task} />}
      <div className="task-columns">
        <div className="task-main">
          {isOpen && task.canComplete ? (
            <CompleteForm
              task={task}
              hand={hand}
              completion={completion}
              onReturned={(returned) => {
                hand.clear();
                setAnswer(returned);
              }}
            />
          ) : (
            <>
              <Refusal completion={completion} />
              {isOpen ? (
                <NotYours task={task} />
              ) : (
                <ClosedTask task={task} justNow={answer !== null} />
              )}
              <Unsent task={task} hand={hand} />
            </>
          )}
        </div>
        <aside className="task-aside">
          <TaskFacts task={task} />
          <EarlierWork task={task} />
        </aside>
      </div>
      <YouAreHere task={task} isOpen={isOpen} />
    </>
  );
}
