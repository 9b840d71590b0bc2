import { ChevronRight, CircleAlert, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./Button";

/** True once something has been waiting long enough to be worth showing. */
export function useLate(waiting: boolean, milliseconds = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [waiting, milliseconds]);
  return waiting && late;
}

/** A grey bar in the shape of what will come. Sizes in rem or percent. */
export function Sk({ w, h = ".875rem", top }: { w: string; h?: string; top?: string }) {
  return <i className="sk" style={{ width: w, height: h, marginTop: top }} />;
}

/** Holds its skeleton back for 300 ms. */
export function Skeleton({ label, children }: { label: string; children: ReactNode }) {
  const late = useLate(true);
  return (
    <div aria-busy="true" className="skeleton">
      <span className="sr" role="status">
        {late ? label : ""}
      </span>
      {late && children}
    </div>
  );
}

export interface Way {
  icon: LucideIcon;
  title: string;
  text: string;
  run: () => void;
}

/** An invitation: one sentence and the two or three next steps. */
export function Empty({
  title,
  text,
  ways = [],
  ghost,
  page,
}: {
  title: string;
  text: string;
  ways?: Way[];
  ghost?: ReactNode;
  /** It is the whole page. */
  page?: boolean;
}) {
  const Heading = page ? "h1" : "h2";
  return (
    <div className="em">
      {ghost}
      <Heading className="h-song">{title}</Heading>
      <p>{text}</p>
      {ways.length > 0 && (
        <div className="ways">
          {ways.map((way) => (
            <button type="button" className="way" key={way.title} onClick={way.run}>
              <way.icon className="i lg" aria-hidden />
              <span>
                <b>{way.title}</b>
                <span>{way.text}</span>
              </span>
              <ChevronRight className="i" aria-hidden />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What happened, what is safe, what to do, then details for the server's keeper. */
export function ErrorState(props: {
  title: string;
  text: string;
  details?: string;
  detailsLabel: string;
  actions: { label: string; run: () => void; primary?: boolean }[];
}) {
  return (
    <div className="er" role="alert">
      <div className="er-mark">
        <CircleAlert className="i xl" aria-hidden />
      </div>
      <h1 className="h-song">{props.title}</h1>
      <p>{props.text}</p>
      <div className="row wrap">
        {props.actions.map((a) => (
          <Button key={a.label} big look={a.primary ? "pri" : "plain"} onClick={a.run}>
            {a.label}
          </Button>
        ))}
      </div>
      {props.details && (
        <details>
          <summary>{props.detailsLabel}</summary>
          <p className="det">{props.details}</p>
        </details>
      )}
    </div>
  );
}
