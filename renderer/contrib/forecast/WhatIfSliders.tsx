import { useRef } from 'react';
import { Button } from '../../base/Button.tsx';
import { Slider } from '../../base/Slider.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { forecastRuns } from './forecastRuns.ts';
import { isNothing, noWhatIf, whatIfText, withWhatIf, type WhatIf } from './whatIf.ts';

interface WhatIfSlidersProps {
  readonly path: string;
  readonly whatIf: WhatIf;
}

/** All demand changed at once; the scenario stays as it is until the change is applied. */
export function WhatIfSliders({ path, whatIf }: WhatIfSlidersProps) {
  const workbench = useWorkbench();
  const runs = forecastRuns(workbench);
  const section = useRef<HTMLElement>(null);
  const nothing = isNothing(whatIf);
  const reset = () => {
    runs.choose(path, { whatIf: noWhatIf });
    // The pressed button can do nothing more: keys pressed on it would be lost.
    section.current?.querySelector<HTMLElement>('input')?.focus();
  };
  const set = (change: Partial<WhatIf>) => runs.choose(path, { whatIf: { ...whatIf, ...change } });
  const apply = () => {
    const document = workbench.documents.get(path);
    if (!document) return;
    workbench.documents.edit(path, withWhatIf(document.text, whatIf), `What If: ${whatIfText(whatIf)}`);
    reset();
    workbench.notifications.announce('The scenario was changed.');
  };
  return (
    <section ref={section} className="what-if" aria-labelledby="what-if">
      <header>
        <h2 id="what-if">What if</h2>
        <span className="what-if-text">{nothing ? 'as the scenario says' : whatIfText(whatIf)}</span>
        <Button disabled={nothing} command="forecast.resetWhatIf" onClick={reset}>
          Reset
        </Button>
        <Button
          disabled={nothing || workbench.context.get('workspaceReadOnly') === true}
          command="forecast.applyWhatIf"
          onClick={apply}
        >
          Apply to scenario
        </Button>
      </header>
      <div className="what-if-sliders">
        <Slider
          label="Usage"
          value={whatIf.level}
          min={0}
          max={300}
          greatest={10_000}
          step={1}
          suffix="%"
          onChange={(level) => set({ level })}
        />
        <Slider
          label="Growth a month, added"
          value={whatIf.growth}
          min={-10}
          max={20}
          least={-100}
          greatest={100}
          step={0.5}
          suffix="points"
          onChange={(growth) => set({ growth })}
        />
        <Slider
          label="Spread of the noise"
          value={whatIf.spread}
          min={0}
          max={300}
          greatest={1_000}
          step={5}
          suffix="%"
          onChange={(spread) => set({ spread })}
        />
      </div>
    </section>
  );
}
