import { useStore } from 'zustand';
import { classes } from '../../base/classes.ts';
import { Icon } from '../../base/Icon.tsx';
import { rove } from '../../base/rove.ts';
import { useShell } from '../useShell.ts';

export function ActivityBar() {
  const { layout, containers, openMenu } = useShell();
  const { visible, container } = useStore(layout, (state) => state.sideBar);
  const choose = (id: string): void =>
    layout.setState(({ sideBar }) => ({
      sideBar: { ...sideBar, container: id, visible: !(sideBar.visible && sideBar.container === id) },
    }));
  const stop = containers.some((each) => each.id === container) ? container : containers[0]?.id;
  return (
    <nav className="activity-bar" data-part="activityBar" aria-label="Activity bar">
      <div role="toolbar" aria-label="Views" aria-orientation="vertical" onKeyDown={(event) => rove(event, 'button')}>
        {containers.map(({ id, title, icon }) => (
          <button
            key={id}
            type="button"
            className={classes('activity', visible && id === container && 'activity-on')}
            aria-label={title}
            aria-pressed={visible && id === container}
            title={title}
            tabIndex={id === stop ? 0 : -1}
            onClick={() => choose(id)}
          >
            <Icon name={icon} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="activity"
        aria-label="Manage"
        aria-haspopup="menu"
        title="Manage"
        onClick={(event) => {
          const { right, bottom } = event.currentTarget.getBoundingClientRect();
          openMenu({ menu: 'activity/gear', x: right, y: bottom, args: undefined, facts: {} });
        }}
      >
        <Icon name="settings-gear" />
      </button>
    </nav>
  );
}
