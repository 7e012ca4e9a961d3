import { businessStories } from './stories-business.js';
import { graveStories } from './stories-grave.js';
import { serviceStories } from './stories-service.js';
import { systemStories } from './stories-system.js';
import type { Story } from './story.js';

/** Everything that customers of the demo bank complain about. */
export const stories: readonly Story[] = [...serviceStories, ...businessStories, ...systemStories, ...graveStories];

/** The stories whose complaints may be answered on the spot. */
export const mildStories: readonly Story[] = stories.filter(({ level }) => level !== 'MAJOR' && level !== 'URGENT');

/** The stories that are escalated the moment they are registered. */
export const seriousStories: readonly Story[] = graveStories;

/** The story with that id; throws when there is none. */
export function story(id: string): Story {
  const found = stories.find((each) => each.id === id);
  if (!found) throw new Error(`No story ${id}`);
  return found;
}
