import type { Reply } from '../http/message';
import { delaysOf, speedNames, type SpeedName } from '../speed';
import type { Reset, SimulatorState } from '../state';
import { isWorldName, worldNames, worlds } from '../worlds/worlds';
import { escapeHtml, htmlPage } from './html';

const option = (value: string, label: string, selected: string): string =>
  `<option value="${escapeHtml(value)}"${value === selected ? ' selected' : ''}>${escapeHtml(label)}</option>`;

const speedWords: Record<SpeedName, string> = {
  instant: 'instant: nothing takes any time',
  quick: 'quick: seconds',
  real: 'real: as long as the real Azure takes',
};

const speedOf = ({ speed }: SimulatorState): string => (typeof speed === 'string' ? speed : '');

const speedSelect = (state: SimulatorState): string =>
  `<label for="speed">Speed</label>
<select id="speed" name="speed">
${typeof state.speed === 'string' ? '' : '<option value="" selected>custom</option>'}
${speedNames.map((name) => option(name, speedWords[name], speedOf(state))).join('\n')}
</select>`;

/** The part of the overview by which a person changes the world and the speed. */
export const settingsForms = (state: SimulatorState): string => `
<form method="post" action="/speed">
${speedSelect(state)}
<button type="submit">Change speed</button>
</form>
<form method="post" action="/world">
<label for="world">World</label>
<select id="world" name="world">
${worldNames.map((name) => option(name, `${name}: ${worlds[name]().description}`, state.worldName)).join('\n')}
</select>
<button type="submit" aria-describedby="forgets">Start over</button>
<p id="forgets" class="note">Starting over forgets what exists in Azure, and every sign-in.</p>
</form>`;

const backToOverview: Reply = { status: 303, headers: { location: '/' } };

const refused = (message: string): Reply => ({
  status: 400,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: htmlPage(
    'Nothing was changed',
    `<p role="alert">${message}</p><p><a href="/">Back</a></p>`,
  ),
});

/** Keeps all resources; only later operations have the new delays. */
export function submitSpeed(state: SimulatorState, body: string): Reply {
  const given = new URLSearchParams(body).get('speed');
  const speed = speedNames.find((name) => name === given);
  if (speed === undefined) return refused('There is no such speed.');
  state.speed = speed;
  state.delays = { ...delaysOf(speed), ...state.world.delays };
  return backToOverview;
}

export function submitWorld(reset: Reset, body: string): Reply {
  const world = new URLSearchParams(body).get('world') ?? '';
  if (!isWorldName(world)) return refused('There is no such world.');
  reset(world);
  return backToOverview;
}
