import { useId, useState } from 'react';
import { classes } from './classes.ts';
import './slider.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How far a typed number may go beyond the slider’s ends. */
  readonly least?: number;
  readonly greatest?: number;
  /** Unit after the number: `%`, `credits`. */
  readonly suffix?: string;
  readonly hint?: string;
  /** A place that is marked on the track, such as the best value. */
  readonly mark?: { readonly at: number; readonly title: string } | null;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

/** A range to drag or step through by arrows, and the same value as a number to type. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, suffix, hint, mark, disabled, onChange } = props;
  const { least = min, greatest = max } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : faultOf(typed, least, greatest);
  const take = (text: string) => {
    setTyped(text);
    if (faultOf(text, least, greatest) === null) onChange(Number(text));
  };
  const about = wrong ?? hint;
  return (
    <div className={classes('slider field', wrong !== null && 'field-invalid')}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="slider-row">
        <span className="slider-track">
          <input
            id={id}
            type="range"
            {...{ min, max, step, disabled }}
            value={Math.max(min, Math.min(max, value))}
            aria-valuetext={`${value.toLocaleString('en')}${suffix ? ` ${suffix}` : ''}`}
            onChange={(event) => {
              setTyped(null);
              onChange(Number(event.target.value));
            }}
          />
          {mark && mark.at >= min && mark.at <= max && (
            <span
              className="slider-mark"
              title={mark.title}
              style={{ insetInlineStart: `calc(8px + (100% - 16px) * ${(mark.at - min) / (max - min || 1)})` }}
            />
          )}
        </span>
        <span className="slider-number input-frame">
          <input
            className="input input-numeric"
            type="number"
            min={least}
            max={greatest}
            {...{ step, disabled }}
            aria-label={`${label}, as a number`}
            aria-describedby={about ? `${id}-about` : undefined}
            aria-invalid={wrong === null ? undefined : true}
            value={typed ?? String(value)}
            onChange={(event) => take(event.target.value)}
            onBlur={() => setTyped(null)}
          />
          {suffix && <span className="input-suffix">{suffix}</span>}
        </span>
      </div>
      {about && (
        <div id={`${id}-about`} className={wrong === null ? 'field-hint' : 'field-error'}>
          {about}
        </div>
      )}
    </div>
  );
}

function faultOf(text: string, least: number, greatest: number): string | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return 'Type a number.';
  if (value >= least && value <= greatest) return null;
  return `From ${least.toLocaleString('en')} to ${greatest.toLocaleString('en')}.`;
}
