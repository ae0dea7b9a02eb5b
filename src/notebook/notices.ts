/** Tells once of what needs the person, and takes it back once it does not. */

import { Notification } from '@jupyterlab/apputils';

import type { Cause, Causes } from './causes';
import type { ToldCauses } from './told-causes';

export interface NoticesOptions {
  readonly causes: Causes;
  readonly told: ToldCauses;
}

interface Live {
  readonly cause: string;
  /** Null where it had been told before. */
  readonly notification: string | null;
}

/** One notification per cause, however often it is seen and from wherever. */
export class Notices {
  constructor(private readonly options: NoticesOptions) {
    options.causes.changed.connect(this.look, this);
    this.look();
  }

  private look(): void {
    const { causes } = this.options;
    const { now, undecided } = causes;
    const byPlace = new Map(now.map(cause => [cause.place, cause]));
    for (const [place, { cause, notification }] of this.live) {
      if (byPlace.get(place)?.cause !== cause && !undecided.has(place)) {
        this.live.delete(place);
        if (notification !== null) {
          Notification.dismiss(notification);
        }
      }
    }
    for (const cause of now) {
      if (!this.live.has(cause.place)) {
        this.live.set(cause.place, {
          cause: cause.cause,
          notification: this.tell(cause)
        });
      }
    }
  }

  private tell(cause: Cause): string | null {
    const { told } = this.options;
    if (told.has(cause)) {
      return null;
    }
    told.add(cause);
    return Notification.emit(cause.message, cause.type, {
      // Then it waits in the notification centre: the toast covers the panel's last buttons.
      autoClose: 10000,
      actions: [{ ...cause.action, displayType: 'accent' }]
    });
  }

  private readonly live = new Map<unknown, Live>();
}
