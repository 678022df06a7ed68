package org.namad.configuration;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Lets persistence start in a thread beside everything else: Hibernate while the process engine is built, then the
 * repositories, whose queries are all parsed and checked as ever before the application is ready.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "org.namad", bootstrapMode = BootstrapMode.DEFERRED)
class PersistenceBeside {

    @Bean
    static BeanFactoryPostProcessor repositoriesBeside() {
        return beans -> {
            beans.setBootstrapExecutor(oneThread("repositories-"));
            for (String name : beans.getBeanDefinitionNames()) {
                if (JpaRepositoryFactoryBean.class.getName().equals(beans.getBeanDefinition(name).getBeanClassName())) {
                    startBeside(beans, name);
                }
            }
        };
    }

    private static void startBeside(ConfigurableListableBeanFactory beans, String repository) {
        BeanDefinition definition = beans.getBeanDefinition(repository);
        definition.setLazyInit(false);
        definition.getPropertyValues().add("lazyInit", false);
        // What it refers to is made in the main thread, before.
        definition.setDependsOn(definition.getPropertyValues().stream().map(PropertyValue::getValue)
            .filter(RuntimeBeanReference.class::isInstance).map(RuntimeBeanReference.class::cast)
            .map(RuntimeBeanReference::getBeanName).toArray(String[]::new));
        ((AbstractBeanDefinition) definition).setBackgroundInit(true);
    }

    @Bean
    EntityManagerFactoryBuilderCustomizer hibernateBeside() {
        return builder -> builder.setBootstrapExecutor(new TaskExecutorAdapter(oneThread("hibernate-")));
    }

    /** A thread that ends soon after its work. */
    private static ThreadPoolExecutor oneThread(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            new CustomizableThreadFactory(name));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
