interface PageFrameProps {
  readonly title: string;
  readonly html: string;
}

/** A page as it will be seen and printed, kept apart: no scripts, no forms, no origin of its own. */
export function PageFrame({ title, html }: PageFrameProps) {
  return <iframe className="quote-page" sandbox="" srcDoc={html} title={title} tabIndex={0} />;
}
