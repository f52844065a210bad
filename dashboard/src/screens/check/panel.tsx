// What proves an answer to others: the address that always gives it, its digest, and words to cite it by.
import { useRef } from "preact/hooks";
import { API_ORIGIN } from "../../api/client";
import { today } from "../../dates";
import { Copy, curlOf, Panel } from "../../ui/panel";
import { Card } from "./card";
import type { Decision } from "./question";
import { checkCommand, citation, fileNote, pageOf, rowsOf, subjectOf } from "./receipt";

export function ReceiptPanel({ decision }: { decision: Decision }) {
  const frame = useRef<HTMLDivElement>(null);
  const { self, digest } = decision;
  if (!self) return null;
  const page = location.origin + pageOf(self);
  const cited = citation(decision, API_ORIGIN, today());
  const note = fileNote(decision, API_ORIGIN, page, today());
  return (
    <Panel
      title="Receipt"
      address={self}
      csv={rowsOf(decision)}
      file={subjectOf(decision)}
      picture={() => frame.current?.querySelector("svg") ?? null}
      id="receipt"
      tools={
        <>
          <Copy text={page} label="Link" />
          <Copy text={cited} label="Citation" />
          <Copy
            text={note}
            label="Note for the file"
            title="The answer, its rulings, assumptions and citation"
          />
        </>
      }
    >
      <dl class="facts receipt">
        <dt>This page</dt>
        <dd>
          <a href={pageOf(self)} class="mono">
            {page}
          </a>
        </dd>
        <dt>The answer itself</dt>
        <dd>
          <code>{curlOf(self)}</code>
        </dd>
        <dt>To cite</dt>
        <dd class="citation">{cited}</dd>
        {digest && (
          <>
            <dt>Digest</dt>
            <dd>
              <code>{digest}</code>
            </dd>
            <dt>To check it</dt>
            <dd>
              <code>{checkCommand(API_ORIGIN + self)}</code>{" "}
              <span class="small">prints the digits of the digest.</span>
            </dd>
          </>
        )}
      </dl>
      <p class="small">
        Both addresses name the day and the data version, so that they give this same answer later, whatever
        is recorded since.
      </p>
      <div class="card-frame" ref={frame} role="region" tabIndex={0} aria-label="The answer as a picture">
        <Card decision={decision} address={page} />
      </div>
    </Panel>
  );
}
