import path from 'path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

const runbooks = path.resolve(process.cwd(), '..', 'alert-rules', 'runbooks');

export default async function config(env: Env): Promise<Configuration> {
  return merge(await grafanaConfig(env), {
    plugins: [
      new CopyWebpackPlugin({
        patterns: [
          // The scaffold copies the images of the root plugin only; nested panels need theirs too.
          { from: '**/img/*.svg', to: '.' },
          { from: 'img/screenshots/*.png', to: '.', noErrorOnMissing: true },
          { from: '*.md', context: runbooks, to: 'runbooks/[name][ext]', noErrorOnMissing: true },
          {
            from: '*.md',
            context: runbooks,
            to: 'runbooks/index.json',
            noErrorOnMissing: true,
            transformAll: (files) =>
              JSON.stringify(files.map(({ sourceFilename }) => path.parse(sourceFilename).name).sort()),
          },
        ],
      }),
    ],
  });
}
