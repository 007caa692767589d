import { useMemo } from 'react';
import { RunCommandContext } from '../../base/acts/runCommand.ts';
import { useStore } from 'zustand';
import { ErrorBoundary } from '../../base/ErrorBoundary.tsx';
import { FileOutContext } from '../../base/fileOut.ts';
import { WorkbenchContext } from '../../platform/useWorkbench.ts';
import { createFileOut } from '../createFileOut.ts';
import { createRunCommand } from '../acts/createRunCommand.ts';
import { GridView } from '../editors/GridView.tsx';
import { Palette } from '../palette/Palette.tsx';
import type { Shell } from '../shell.ts';
import { ShellContext, useShell } from '../useShell.ts';
import { ActivityBar } from './ActivityBar.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { DialogHost } from './DialogHost.tsx';
import { NoticeToast } from './NoticeToast.tsx';
import { NotificationCenter } from './NotificationCenter.tsx';
import { PanelPart } from './PanelPart.tsx';
import { SideBar } from './SideBar.tsx';
import { SplitView } from './SplitView.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import './shell.css';

/** The whole workbench. */
export function ShellView({ shell }: { readonly shell: Shell }) {
  const fileOut = useMemo(() => createFileOut(shell), [shell]);
  const runCommand = useMemo(() => createRunCommand(shell), [shell]);
  const zen = useStore(shell.state, (now) => now.zen !== null);
  return (
    <ShellContext value={shell}>
      <WorkbenchContext value={shell}>
        <RunCommandContext value={runCommand}>
          <FileOutContext value={fileOut}>
            <div className="shell">
              {!zen && <TitleBar />}
              <ConnectionBanner />
              <main className="shell-middle" aria-label="Workbench">
                {!zen && <ActivityBar />}
                <MiddleParts />
              </main>
              {!zen && <StatusBar />}
            </div>
          </FileOutContext>
          <ErrorBoundary what="the command palette">
            <Palette />
          </ErrorBoundary>
          <ContextMenu />
          <DialogHost />
          <NotificationCenter />
          <NoticeToast />
        </RunCommandContext>
      </WorkbenchContext>
    </ShellContext>
  );
}

function MiddleParts() {
  const { layout } = useShell();
  const { visible, width } = useStore(layout, (state) => state.sideBar);
  const sideBar = {
    id: 'side-bar',
    content: <SideBar />,
    size: width,
    minPx: 170,
    fixed: true,
    sashLabel: 'Resize side bar',
  };
  const main = { id: 'main', content: <EditorsAndPanel />, minPx: 240 };
  return (
    <SplitView
      id="middle"
      orientation="horizontal"
      panes={visible ? [sideBar, main] : [main]}
      onResized={([first]) => layout.setState((now) => ({ sideBar: { ...now.sideBar, width: first?.px ?? width } }))}
    />
  );
}

function EditorsAndPanel() {
  const { layout } = useShell();
  const { visible, height } = useStore(layout, (state) => state.panel);
  const editors = { id: 'editors', content: <GridView />, minPx: 120 };
  const panel = {
    id: 'panel',
    content: <PanelPart />,
    size: height,
    minPx: 80,
    fixed: true,
    sashLabel: 'Resize panel',
  };
  return (
    <SplitView
      id="centre"
      orientation="vertical"
      panes={visible ? [editors, panel] : [editors]}
      onResized={([, last]) => layout.setState((now) => ({ panel: { ...now.panel, height: last?.px ?? height } }))}
    />
  );
}
