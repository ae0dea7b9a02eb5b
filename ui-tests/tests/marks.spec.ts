/** Marks in cells: out of the way of who wants none. */
import { expect, test } from '../fixtures';
import { Doctor } from './doctor';

const ALIAS = 'import tensorflow as tf\nfrom tf.keras.layers import Dense';
const SETTINGS = 'jupyterlab-keras-doctor:plugin';

test('marks can be switched off while it runs', async ({
  page,
  openNotebook
}) => {
  const doctor = new Doctor(page);
  await openNotebook({ kernel: 'tf2.4', content: [ALIAS] });
  await expect(doctor.badges).toHaveCount(1);
  const choose = (marks: string) =>
    page.evaluate(
      async ({ plugin, marks }) => {
        const settings = (await window.galata.getPlugin(
          '@jupyterlab/apputils-extension:settings' as never
        )) as unknown as {
          set(plugin: string, key: string, value: string): Promise<void>;
        };
        await settings.set(plugin, 'marks', marks);
      },
      { plugin: SETTINGS, marks }
    );
  await choose('none');
  await expect(doctor.badges).toHaveCount(0);
  await expect(doctor.underlines).toHaveCount(0);
  await choose('underline');
  await expect(doctor.underlines).toHaveCount(1);
  await expect(doctor.badges).toHaveCount(0);
  await choose('both');
  await expect(doctor.badges).toHaveCount(1);
});
